/** Results of grading as records, and what is written from them: the canonical JSON, the gradebook, the pages for people and other tools' formats. */
package gradus.report;
