package gradus;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dependency directions of the modules, and a few things that no code here does. */
class DependencyTest {

    private static final JavaClasses GRADUS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gradus");

    private static final Pattern PART = Pattern.compile("gradus\\.(\\w+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tensor",
                "reference",
                "demo",
                "exercises",
                "subject",
                "sandbox",
                "checks",
                "mutants",
                "problems",
                "grader",
                "report",
                "cli"
            })
    void every_part_was_looked_at(String part) {
        assertThat(GRADUS.that(describe("in " + part, type -> partOf(type).equals(part))))
                .as("classes of gradus." + part)
                .hasSizeGreaterThan(2);
    }

    @Test
    void the_tensors_know_nothing_else() {
        onlyUse("tensor", "tensor");
    }

    @Test
    void the_reference_knows_the_tensors() {
        onlyUse("reference", "tensor", "reference");
    }

    @Test
    void the_demos_know_the_reference() {
        onlyUse("demo", "tensor", "reference", "demo");
    }

    @Test
    void the_skeletons_know_the_tensors() {
        onlyUse("exercises", "tensor", "exercises");
    }

    @Test
    void the_sandbox_knows_the_tensors() {
        onlyUse("subject", "tensor", "subject");
        onlyUse("sandbox", "tensor", "subject", "sandbox");
    }

    @Test
    void the_checks_know_neither_the_reference_nor_the_process_that_runs_the_code() {
        onlyUse("checks", "tensor", "subject", "checks");
    }

    @Test
    void the_mutants_know_what_is_right_and_what_is_checked() {
        onlyUse("mutants", "tensor", "reference", "subject", "checks", "mutants");
    }

    @Test
    void the_problems_know_the_reference() {
        onlyUse("problems", "tensor", "reference", "problems");
    }

    @Test
    void the_reports_know_the_checks_and_the_grader_the_reports() {
        onlyUse("report", "checks", "report");
        onlyUse("grader", "tensor", "reference", "subject", "sandbox", "checks", "mutants", "report", "grader");
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("gradus.(*)..").should().beFreeOfCycles().check(GRADUS);
    }

    @Test
    void only_the_command_line_and_the_far_end_of_the_pipe_use_the_standard_streams() {
        noClasses()
                .that(resideOutsideOfPackages("gradus.cli..", "gradus.sandbox.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(GRADUS);
    }

    @Test
    void every_random_number_comes_from_a_seed() {
        noClasses()
                .should()
                .callConstructorWhere(describe("a Random is made", call -> isRandom(call)))
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(GRADUS);
    }

    private static boolean isRandom(JavaAccess<?> call) {
        JavaClass made = call.getTargetOwner();
        return made.isAssignableTo(Random.class) && !made.isEquivalentTo(SecureRandom.class);
    }

    @Test
    void nothing_is_deserialised() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(GRADUS);
    }

    private static void onlyUse(String part, String... others) {
        List<String> allowed = List.of(others);
        classes()
                .that(resideInAnyPackage("gradus." + part + ".."))
                .should()
                .onlyDependOnClassesThat(describe(
                        "are outside gradus or in one of " + allowed,
                        type -> partOf(type).isEmpty() || allowed.contains(partOf(type))))
                .check(GRADUS);
    }

    /** The second part of a package such as {@code gradus.checks.values}, or nothing for other people's classes. */
    private static String partOf(JavaClass type) {
        Matcher matcher = PART.matcher(type.getBaseComponentType().getPackageName());
        return matcher.lookingAt() ? matcher.group(1) : "";
    }
}
