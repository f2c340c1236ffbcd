/** From what was handed in to marks: reads submissions, runs their code in the sandbox and values the answers. */
package gradus.grader;
