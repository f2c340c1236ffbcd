package gradus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class GradebookTest {

    @Test
    void a_line_for_each_submission_and_a_column_for_each_exercise() throws IOException {
        assertThat(Gradebook.text(List.of(Samples.alice(), Samples.pending()))).isEqualToNormalizingNewlines("""
                        submission,earned,possible,pending,dense/affine,error,seed,sha256
                        alice,1,3,0,1,,42,00ff
                        bob,0,1,1,0,,42,00ff
                        """);
    }

    @Test
    void a_cell_that_begins_like_a_formula_is_text() throws IOException {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx")) {
            assertThat(firstCell(name)).isEqualTo("'" + name);
        }
        assertThat(firstCell("a=b, \"c\"")).isEqualTo("a=b, \"c\"");
    }

    private static String firstCell(String name) throws IOException {
        String csv = Gradebook.text(List.of(Samples.result(name, List.of(), "")));
        List<CSVRecord> records = CSVFormat.RFC4180.parse(new StringReader(csv)).getRecords();
        return records.get(1).get(0);
    }
}
