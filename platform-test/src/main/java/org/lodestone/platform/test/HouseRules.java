package org.lodestone.platform.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The rules of the house a machine can read. Every module runs them on its own packages. */
public final class HouseRules {

    private static final Set<String> SAY_NOTHING =
            Set.of("impl", "util", "utils", "common", "helper", "helpers", "manager", "dto", "mapper", "config");

    /** Reactor's types whose {@code block} waits on the thread of the caller. */
    private static final Set<String> BLOCKING = Set.of("block", "blockFirst", "blockLast", "blockOptional");

    private HouseRules() {}

    /** Fails with every breach of every rule by the classes of the package and below, tests excluded. */
    public static void check(String rootPackage) {
        check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(rootPackage));
    }

    static void check(JavaClasses classes) {
        StringBuilder breaches = new StringBuilder();
        for (ArchRule rule : all()) {
            var result = rule.allowEmptyShould(true).evaluate(classes);
            if (result.hasViolation()) {
                breaches.append(result.getFailureReport()).append("\n\n");
            }
        }
        if (!breaches.isEmpty()) {
            throw new AssertionError(breaches.toString());
        }
    }

    static List<ArchRule> all() {
        return List.of(
                packagesThatSaySomething(),
                nullMarkedPackages(),
                configurationWithoutValue(),
                configurationAsRecords(),
                constructorsInject(),
                blockingOnlyInConsumers(),
                noLombokNoMocks(),
                noMappedDocuments(),
                shortConstructors(),
                noDirectClock(),
                listenersWait());
    }

    private static ArchRule packagesThatSaySomething() {
        return noClasses()
                .that(new DescribedPredicate<JavaClass>("are of ours") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith("org.lodestone");
                    }
                })
                .should()
                .resideInAnyPackage(
                        SAY_NOTHING.stream().map(name -> ".." + name + "..").toArray(String[]::new))
                .because("names that say nothing do not exist");
    }

    private static ArchRule nullMarkedPackages() {
        return classes()
                .should(new ArchCondition<>("be in a @NullMarked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is not null-marked"));
                        }
                    }
                })
                .because("null is said, or does not happen");
    }

    private static ArchRule configurationWithoutValue() {
        return noFields()
                .should()
                .beAnnotatedWith(Value.class)
                .because("configuration is an immutable record under lodestone.");
    }

    private static ArchRule configurationAsRecords() {
        return classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould(new ArchCondition<>("be named under lodestone.") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String prefix = prefix(type);
                        if (!prefix.startsWith("lodestone")) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " reads " + prefix));
                        }
                    }
                });
    }

    private static String prefix(JavaClass type) {
        Optional<JavaAnnotation<JavaClass>> annotation =
                type.tryGetAnnotationOfType(ConfigurationProperties.class.getName());
        return annotation
                .map(found -> found.get("prefix")
                        .map(Object::toString)
                        .filter(text -> !text.isEmpty())
                        .or(() -> found.get("value").map(Object::toString))
                        .orElse(""))
                .orElse("");
    }

    private static ArchRule constructorsInject() {
        return noFields().should().beAnnotatedWith(Autowired.class).because("constructors inject");
    }

    private static ArchRule blockingOnlyInConsumers() {
        DescribedPredicate<JavaMethodCall> blocks = new DescribedPredicate<>("wait for a chain") {
            @Override
            public boolean test(JavaMethodCall call) {
                return BLOCKING.contains(call.getName())
                        && call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher");
            }
        };
        return noClasses()
                .that()
                .doNotHaveSimpleName("EventConsumer")
                .and()
                .resideOutsideOfPackage("org.lodestone.platform.test..")
                .should(callMethodWhere(blocks))
                .because("the only block is in EventConsumer");
    }

    private static ArchRule noLombokNoMocks() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("lombok..", "org.mockito..", "org.mapstruct.."))
                .because("records need no Lombok, and stubs are written by hand");
    }

    private static ArchRule noMappedDocuments() {
        return noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework.data.."))
                .because("every write is one guarded update of the driver");
    }

    private static ArchRule shortConstructors() {
        return classes()
                .that()
                .areNotRecords()
                .and()
                .areNotEnums()
                .and()
                .areTopLevelClasses()
                .should(new ArchCondition<>("have constructors of at most five arguments") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getConstructors().stream()
                                .filter(constructor ->
                                        constructor.getRawParameterTypes().size() > 5)
                                .forEach(constructor -> events.add(SimpleConditionEvent.violated(
                                        constructor, constructor.getDescription() + " hides a concept")));
                    }
                });
    }

    /** Deadlines and dates follow the business clock; the platform itself keeps the system's. */
    private static ArchRule noDirectClock() {
        DescribedPredicate<JavaMethodCall> now = new DescribedPredicate<>("ask the system for the time") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getName().equals("now")
                        && call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getTarget().getRawParameterTypes().isEmpty();
            }
        };
        return noClasses()
                .that()
                .resideInAnyPackage("org.lodestone.leads..", "org.lodestone.projects..")
                .should(callMethodWhere(now))
                .because("time is an argument");
    }

    private static ArchRule listenersWait() {
        return methods()
                .that()
                .areAnnotatedWith("org.springframework.kafka.annotation.KafkaListener")
                .should(new ArchCondition<>("return nothing") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean waits = method.getRawReturnType().isEquivalentTo(void.class);
                        if (!waits || method.getModifiers().contains(JavaModifier.STATIC)) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " would lose the order of its partition"));
                        }
                    }
                })
                .because("asynchronous listeners lose the order of a partition");
    }
}
