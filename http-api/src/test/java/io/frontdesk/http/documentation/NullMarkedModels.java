package io.frontdesk.http.documentation;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record as its code means it: all of it is there, and null is only what is @Nullable. A record in a controller is
 * named for both, since each of them has its own ListView.
 */
class NullMarkedModels extends ModelResolver {

	private static final String NULL = "null";

	NullMarkedModels(ObjectMapper mapper) {
		super(mapper, new NamesOfNested());
		openapi31(true);
	}

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> next) {
		var schema = super.resolve(type, context, next);
		if (schema != null && type.getType() != null) {
			var raw = this._mapper.constructType(type.getType()).getRawClass();
			var model = model(schema, context);
			if (raw.isRecord() && model != null && model.getProperties() != null) {
				describe(model, raw);
			}
		}
		return schema;
	}

	private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
		var ref = schema.get$ref();
		return (ref != null) ? context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1)) : schema;
	}

	private static void describe(Schema<?> model, Class<?> type) {
		var components = Stream.of(type.getRecordComponents())
				.filter(component -> model.getProperties().containsKey(component.getName()))
				.toList();
		components.forEach(component -> Constraints.add(property(model, component), component.getAnnotatedType()));
		components.stream().filter(NullMarkedModels::isNullable).forEach(component -> makeNullable(model, component));
		model.setRequired(components.stream().map(RecordComponent::getName).toList());
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static void makeNullable(Schema<?> model, RecordComponent component) {
		var property = property(model, component);
		if (property.get$ref() != null) {
			model.getProperties()
					.put(component.getName(),
							new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL)))));
		} else if (property.getTypes() != null) {
			var types = new LinkedHashSet<>(property.getTypes());
			types.add(NULL);
			property.setTypes(types);
			if (property.getEnum() != null && !property.getEnum().contains(null)) {
				property.getEnum().add(null);
			}
		}
	}

	private static Schema<?> property(Schema<?> model, RecordComponent component) {
		return Objects.requireNonNull((Schema<?>) model.getProperties().get(component.getName()));
	}

	private static final class NamesOfNested extends TypeNameResolver {

		@Override
		protected String getNameOfClass(Class<?> type) {
			var own = type.getSimpleName();
			var around = (type.getEnclosingClass() != null)
					? type.getEnclosingClass().getSimpleName().replaceFirst("Controller$", "")
					: "";
			return own.startsWith(around) ? own : around + own;
		}

	}

}
