package io.frontdesk.http.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.frontdesk.http.problem.PlainLine;

class NullMarkedModelsTests {

	private final ModelConverterContextImpl models = new ModelConverterContextImpl(
			new NullMarkedModels(new ObjectMapper()));

	@Test
	void answerHasAllOfItAndSaysWhatMayBeNull() {
		var model = resolved(ChangeRequest.class);
		assertThat(model.getRequired()).containsExactlyInAnyOrder("id", "subject", "status", "place", "tags", "active");
		assertThat(types(model, "id")).containsExactly("string");
		assertThat(types(model, "subject")).containsExactly("string", "null");
		assertThat(types(model, "active")).containsExactly("boolean", "null");
		assertThat(property(model, "place").getAnyOf()).hasSize(2);
	}

	@Test
	void requestMayLeaveOutWhatMayBeNull() {
		resolved(ChangeRequest.class);
		var document = new OpenAPI().components(new Components())
				.paths(new Paths().addPathItem("/", new PathItem().patch(new Operation().requestBody(new RequestBody()
						.content(new Content().addMediaType("application/json", new MediaType()
								.schema(new Schema<>().$ref("#/components/schemas/" + name(ChangeRequest.class)))))))));
		this.models.getDefinedModels().forEach(document.getComponents()::addSchemas);
		new OptionalInRequests().customise(document);
		assertThat(required(document, ChangeRequest.class))
				.containsExactly("id");
		assertThat(required(document, Place.class))
				.containsExactly("town");
	}

	@Test
	void recordThatReadsItselfIsWhatItIsInJson() {
		var model = resolved(MoveRequest.class);
		assertThat(types(model, "to")).containsExactly("string", "null");
		assertThat(property(model, "to").getFormat()).isEqualTo("uuid");
	}

	@Test
	void whatIsRefusedWithoutAPatternIsSaidToo() {
		var model = resolved(NameRequest.class);
		assertThat(property(model, "name").getMinLength()).isEqualTo(1);
		assertThat(property(model, "name").getPattern()).isEqualTo("[\\s\\S]*[^\\x00-\\x20][\\s\\S]*");
		assertThat(property(model, "label").getPattern()).startsWith("(?:\\P{Cc}*");
		assertThat(property(model, "code").getPattern()).as("its own").isEqualTo("[A-Z]*");
		assertThat(property(model, "names").getMinItems()).isEqualTo(1);
		assertThat(property(model, "names").getItems().getMinLength()).isEqualTo(1);
		assertThat(property(model, "other").getMinLength()).isNull();
	}

	private Schema<?> resolved(Class<?> type) {
		this.models.resolve(new AnnotatedType(type).resolveAsRef(true));
		return this.models.getDefinedModels().get(name(type));
	}

	private static String name(Class<?> type) {
		return "NullMarkedModelsTests" + type.getSimpleName();
	}

	private static List<String> required(OpenAPI document, Class<?> type) {
		Schema<?> model = document.getComponents().getSchemas().get(name(type));
		return model.getRequired();
	}

	private static Schema<?> property(Schema<?> model, String name) {
		return (Schema<?>) model.getProperties().get(name);
	}

	private static List<String> types(Schema<?> model, String name) {
		return List.copyOf(property(model, name).getTypes());
	}

	record Reference(@JsonValue @Nullable UUID value) {}

	record MoveRequest(@Nullable Reference to) {}

	record NameRequest(@NotBlank @Size(max = 9) String name, @Nullable @PlainLine String label,
			@NotBlank @Pattern(regexp = "[A-Z]*") String code, @NotEmpty List<@NotBlank String> names, String other) {}

	enum Status {
		OPEN, CLOSED
	}

	record Place(String town, @Nullable String street) {}

	record ChangeRequest(UUID id, @Nullable @NotBlank @Size(max = 500) String subject, @Nullable Status status,
			@Nullable Place place, @Nullable @Size(max = 20) List<@NotBlank String> tags, @Nullable Boolean active) {}

}
