package gradus.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private final HtmlReport report = new HtmlReport();

    @Test
    void a_page_says_what_was_earned_and_why_not_more() {
        String page = report.page(Samples.alice());

        assertThat(page)
                .contains(
                        "<h1>alice</h1>",
                        "<b>1</b> of 3 points",
                        "Affine layer",
                        "not finite",
                        "dW is wrong in 21 of 21 entries.",
                        "your dW is the right one divided by N",
                        "Which function divides by N?",
                        "seen with <code>x (5, 7), w (7, 3), seed 42</code>",
                        "<pre>hello\n</pre>")
                .doesNotContain("pending", "without a sandbox");
    }

    @Test
    void what_a_stranger_wrote_is_text_and_nothing_else() {
        for (String page : List.of(report.page(Samples.hostile()), report.page(List.of(Samples.hostile())))) {
            assertThat(page).doesNotContain("<script", "\u001b", "\u0000", "\u0007", "\u202E", "alert('");
            assertThat(page).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; red  \uFFFD\uFFFDend");
        }
    }

    @Test
    void a_page_needs_nothing_from_elsewhere() {
        for (String page : List.of(report.page(Samples.alice()), report.page(List.of(Samples.alice())))) {
            assertThat(page).doesNotContain("http://", "https://", "src=", "<link", "url(", "@import");
        }
    }

    @Test
    void pending_rows_and_a_missing_sandbox_are_said() {
        assertThat(report.page(Samples.pending())).contains("1 points are pending", ">pending</span>");
        assertThat(report.page(Samples.hostile())).contains("run without a sandbox", "Nothing could be graded.");
    }

    @Test
    void the_index_links_to_every_page_and_counts_mistakes() {
        Result umlaut = Samples.result(
                "Jürgen Groß #1", Samples.alice().exercises().get(0).checks(), "");

        String page = report.page(List.of(Samples.alice(), umlaut, Samples.pending()));

        assertThat(page)
                .contains(
                        "3 submissions",
                        "<a href=\"alice/report.html\">alice</a>",
                        "<a href=\"J%C3%BCrgen%20Gro%C3%9F%20%231/report.html\">Jürgen Groß #1</a>",
                        "grade again: 1 points are pending",
                        "Affine layer <code class=\"soft\">AF-05</code></span><span class=\"marks\">2 of 3</span>");
    }
}
