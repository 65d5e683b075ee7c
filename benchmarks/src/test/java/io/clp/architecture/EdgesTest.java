package io.clp.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which module and which package may know which. */
class EdgesTest {
    /** Raise it as the library grows, so that no rule passes on nothing. */
    private static final int FLOOR_OF_CLASSES = 300;

    private static final Map<String, Set<String>> MODULE_EDGES = Map.of(
            "clp-api", Set.of("clp-api"),
            "clp-windows", Set.of("clp-windows", "clp-api"),
            "clp-iis", Set.of("clp-iis", "clp-api"),
            "clp-config", Set.of("clp-config", "clp-api"),
            "clp-rehearse", Set.of("clp-rehearse", "clp-config", "clp-testkit", "clp-api"),
            "clp-testkit", Set.of("clp-testkit", "clp-api"));

    @Test
    void seesTheWholeLibrary() {
        assertThat(Classes.ours()).hasSizeGreaterThanOrEqualTo(FLOOR_OF_CLASSES);
    }

    @Test
    void modulesKnowOnlyTheModulesBelowThem() {
        MODULE_EDGES.forEach((module, known) -> classes()
                .that(Classes.module(module))
                .should(dependOnlyOn(
                        "modules " + known, edge -> known.contains(Classes.moduleOf(edge.getTargetClass()))))
                .allowEmptyShould(true)
                .check(Classes.ours()));
    }

    @Test
    void modulesUseOnlyThePublicPackagesOfOthers() {
        classes()
                .that(describe("are published", type -> MODULE_EDGES.containsKey(Classes.moduleOf(type))))
                .should(dependOnlyOn(
                        "public packages of other modules",
                        edge -> Classes.moduleOf(edge.getOriginClass()).equals(Classes.moduleOf(edge.getTargetClass()))
                                || !Classes.isInternal(edge.getTargetClass())))
                .check(Classes.ours());
    }

    @Test
    void publicTypesKnowNoInternalsExceptAtTheEntrances() {
        classes()
                .that(describe(
                        "are public API",
                        type -> MODULE_EDGES.containsKey(Classes.moduleOf(type)) && !Classes.isInternal(type)))
                .should(dependOnlyOn(
                        "public packages, " + Entrances.types() + " aside",
                        edge -> !Classes.isInternal(edge.getTargetClass()) || Entrances.allow(edge)))
                .check(Classes.ours());
    }

    /** Who uses the backend compiles without JNA, and may have another version of it at hand. */
    @Test
    void noJnaTypeIsInAnExportedSignature() {
        classes()
                .that(describe(
                        "are exported by clp-windows",
                        type -> Classes.moduleOf(type).equals("clp-windows") && !Classes.isInternal(type)))
                .should(showNothingOf("com.sun.jna"))
                .check(Classes.ours());
    }

    /** So that the rule above cannot pass by looking past everything. */
    @Test
    void aJnaTypeInASignatureIsSeen() {
        assertThat(classes()
                        .that(describe(
                                "are the declarations", type -> Classes.isIn(type, "io.clp.windows.internal.win32")))
                        .should(showNothingOf("com.sun.jna"))
                        .evaluate(Classes.ours())
                        .hasViolation())
                .isTrue();
    }

    @Test
    void slicesHaveNoCycles() {
        slices().assignedFrom(new Slices())
                .should()
                .beFreeOfCycles()
                .ignoreDependency(
                        describe("entrance", type -> isEntrance(type)), describe("internal", Classes::isInternal))
                .check(Classes.ours());
    }

    @Test
    void timeKnowsNothingElseOfTheLibrary() {
        noClasses()
                .that()
                .resideInAPackage("io.clp.time")
                .should()
                .dependOnClassesThat(describe(
                        "are ours outside io.clp.time and io.clp.internal.time",
                        type -> Classes.isOurs(type)
                                && !Classes.isIn(type, "io.clp.time")
                                && !Classes.isIn(type, "io.clp.internal.time")))
                .check(Classes.ours());
    }

    private static boolean isEntrance(JavaClass type) {
        return Entrances.types().stream()
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    /** Judges supertypes, annotations, and what others can see of fields, methods and constructors, type arguments included. */
    private static ArchCondition<JavaClass> showNothingOf(String root) {
        return new ArchCondition<>("show nothing of " + root) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.of(
                                type.getAllRawSuperclasses().stream(),
                                type.getAllRawInterfaces().stream(),
                                type.getAnnotations().stream().map(it -> it.getRawType()),
                                type.getMembers().stream()
                                        .filter(EdgesTest::isSeen)
                                        .flatMap(it -> it.getAllInvolvedRawTypes().stream()),
                                type.getCodeUnits().stream()
                                        .filter(EdgesTest::isSeen)
                                        .flatMap(it -> it.getExceptionTypes().stream()))
                        .flatMap(it -> it)
                        .filter(it -> it.getPackageName().startsWith(root))
                        .forEach(it -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + it.getName())));
            }
        };
    }

    private static boolean isSeen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static ArchCondition<JavaClass> dependOnlyOn(String description, Predicate<Dependency> allowed) {
        return new ArchCondition<>("depend only on " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency edge : type.getDirectDependenciesFromSelf()) {
                    if (Classes.isOurs(edge.getTargetClass()) && !allowed.test(edge)) {
                        events.add(SimpleConditionEvent.violated(edge, edge.getDescription()));
                    }
                }
            }
        };
    }
}
