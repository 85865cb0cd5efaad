package io.frontdesk.http.problem;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses text in JSON that PostgreSQL can't keep or UTF-8 can't write: NUL, and halves of surrogate pairs. */
final class CleanText extends StdScalarDeserializer<String> {

	private CleanText() {
		super(String.class);
	}

	static SimpleModule module() {
		return new SimpleModule("clean-text").addDeserializer(String.class, new CleanText());
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		var text = StringDeserializer.instance.deserialize(parser, context);
		if (text != null && !isClean(text)) {
			return (String) context.handleWeirdStringValue(String.class, text,
					"has a character that text can't have: NUL, or half of a surrogate pair");
		}
		return text;
	}

	static boolean isClean(String text) {
		return text.codePoints()
				.noneMatch(codePoint -> codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE);
	}

}
