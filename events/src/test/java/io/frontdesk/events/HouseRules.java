package io.frontdesk.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlProcessor;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What every service keeps to; each runs these rules over its own classes. */
public final class HouseRules {

	private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

	private static final String PRE_AUTHORIZE = "org.springframework.security.access.prepost.PreAuthorize";

	private static final String REQUIRES_SUPER_ADMIN = "io.frontdesk.identity.RequiresSuperAdmin";

	private static final String REQUIRES_LOGIN = "io.frontdesk.identity.RequiresLogin";

	/** A few times do no harm. */
	private static final Pattern RECURSES = Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,(?:\\d{2,})?})(?!\\+)");

	private static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";

	@ArchTest
	static final ArchRule every_endpoint_says_who_may_call_it = methods()
			.that(are(CanBeAnnotated.Predicates.metaAnnotatedWith(MAPPING)))
			.should(beMetaAnnotatedWith(PRE_AUTHORIZE))
			.because("an endpoint that says nothing is open to anybody with a login: use @RequiresFeature and its kin")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule every_answer_to_a_write_says_who_may_read_it = methods()
			.that(are(CanBeAnnotated.Predicates.metaAnnotatedWith(MAPPING)))
			.and()
			.areNotAnnotatedWith("org.springframework.web.bind.annotation.GetMapping")
			.and(tellSomething())
			.and()
			.areNotAnnotatedWith(REQUIRES_SUPER_ADMIN)
			.and()
			.areNotAnnotatedWith(REQUIRES_LOGIN)
			.should()
			.beDeclaredInClassesThat()
			.areAnnotatedWith("io.frontdesk.http.access.AnswersNeed")
			.because("who may do something may not therefore see it: @AnswersNeed names the feature that it takes; "
					+ "what takes no feature is about the caller alone")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule listeners_are_package_private_methods_named_on = methods()
			.that()
			.areAnnotatedWith(KAFKA_LISTENER)
			.should()
			.bePackagePrivate()
			.andShould()
			.haveName("on")
			.because("a listener is an adapter: nothing but Kafka calls it")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule features_do_not_know_their_adapters = noClasses()
			.that()
			.resideOutsideOfPackages("..web..", "..kafka..", "..imap..", "..smtp..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.frontdesk..web..", "io.frontdesk..kafka..", "io.frontdesk..imap..",
					"io.frontdesk..smtp..")
			.because("dependencies run one way: web, kafka, mail → feature → repository");

	@ArchTest
	static final ArchRule no_layers = noClasses()
			.should()
			.resideInAnyPackage("..service..", "..repository..", "..model..", "..entity..", "..dto..", "..mapper..",
					"..impl..", "..util..", "..helper..", "..common..")
			.because("packages are features first, technologies second, layers never");

	@ArchTest
	static final ArchRule no_names_that_say_nothing = noClasses()
			.should()
			.haveSimpleNameEndingWith("Impl")
			.orShould()
			.haveSimpleNameEndingWith("Service")
			.orShould()
			.haveSimpleNameEndingWith("Dto")
			.orShould()
			.haveSimpleNameEndingWith("Util")
			.orShould()
			.haveSimpleNameEndingWith("Utils")
			.orShould()
			.haveSimpleNameEndingWith("Helper")
			.orShould()
			.haveSimpleNameEndingWith("Mapper")
			.because("a type is named for what it is or whose work it does");

	@ArchTest
	static final ArchRule entities_are_package_private = classes()
			.that()
			.areAnnotatedWith("jakarta.persistence.Entity")
			.should()
			.bePackagePrivate()
			.because("an aggregate is changed through its feature's front door")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule repositories_are_package_private = classes()
			.that()
			.areAssignableTo("org.springframework.data.repository.Repository")
			.should()
			.bePackagePrivate()
			.because("features don't read each other's tables")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule no_field_injection = fields().should()
			.notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
			.because("a constructor shows what a class needs")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule no_pattern_recurses_for_each_repetition = fields().that()
			.haveRawType(Pattern.class)
			.and()
			.areStatic()
			.should(repeatGroupsPossessively())
			.because("java.util.regex calls itself for each repetition of a group, so that a long input overflows the "
					+ "stack, unless it is possessive: )*+ or )++")
			.allowEmptyShould(true);

	@ArchTest
	static final ArchRule time_is_injected = noClasses().should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callConstructor(Date.class)
			.because("tests set the clock: inject an InstantSource");

	@ArchTest
	static final ArchRule nobody_sleeps = noClasses().should()
			.callMethod(Thread.class, "sleep", long.class)
			.orShould()
			.callMethod(Thread.class, "sleep", Duration.class)
			.because("a sleeping thread can't be told to stop: wait for what is to happen");

	/** Rights on Kafka are made of that table: too few stop a service, too many are of use to nobody but an attacker. */
	@ArchTest
	static void topics_are_sent_and_read_as_the_table_says(JavaClasses classes) {
		var service = serviceOf();
		if (service != null) {
			assertThat(sentFrom(classes)).as("what %s sends, and topics.json says that it does", service)
					.isEqualTo(TopicTable.read().sentBy(service));
			assertThat(heardIn(classes)).as("what %s listens to, and topics.json says that it does", service)
					.isEqualTo(TopicTable.read().readBy(service));
		}
	}

	private HouseRules() {}

	private static ArchCondition<JavaField> repeatGroupsPossessively() {
		return new ArchCondition<>("repeat groups possessively") {

			@Override
			public void check(JavaField field, ConditionEvents events) {
				var pattern = pattern(field);
				events.add(new SimpleConditionEvent(field, !RECURSES.matcher(pattern).find(),
						"%s is %s".formatted(field.getFullName(), pattern)));
			}

		};
	}

	private static String pattern(JavaField field) {
		try {
			var constant = field.reflect();
			constant.setAccessible(true);
			return String.valueOf(constant.get(null));
		} catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static DescribedPredicate<JavaMethod> tellSomething() {
		var nothing = Set.of("void", "org.springframework.http.ResponseEntity<java.lang.Void>");
		return DescribedPredicate.describe("tell something",
				method -> !nothing.contains(method.getReturnType().getName()));
	}

	/** None in a library. */
	private static @Nullable String serviceOf() {
		var yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ClassPathResource("application.yaml"));
		yaml.setResolutionMethod(YamlProcessor.ResolutionMethod.OVERRIDE_AND_IGNORE);
		return Objects.requireNonNull(yaml.getObject()).getProperty("spring.application.name");
	}

	private static Set<String> sentFrom(JavaClasses classes) {
		return classes.stream()
				.flatMap(type -> type.getConstructorCallsFromSelf().stream())
				.map(JavaAccess::getTargetOwner)
				.filter(event -> event.isAssignableTo(DomainEvent.class))
				.map(event -> event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT))
				.collect(Collectors.toSet());
	}

	private static Set<String> heardIn(JavaClasses classes) {
		return classes.stream()
				.flatMap(type -> type.getMethods().stream())
				.flatMap(method -> method.tryGetAnnotationOfType(KAFKA_LISTENER).stream())
				.flatMap(listener -> Stream.of((Object[]) listener.get("topics").orElseThrow()))
				.map(Object::toString)
				.collect(Collectors.toSet());
	}

	private static DescribedPredicate<JavaMethod> are(DescribedPredicate<CanBeAnnotated> predicate) {
		return predicate.forSubtype();
	}

	private static ArchCondition<JavaMethod> beMetaAnnotatedWith(String annotation) {
		return new ArchCondition<>("be annotated with @RequiresFeature, @RequiresFeatureOrClient or @RequiresLogin") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				events.add(new SimpleConditionEvent(method,
						method.isMetaAnnotatedWith(annotation) || method.isAnnotatedWith(annotation),
						method.getDescription() + " does not say who may call it"));
			}

		};
	}

}
