package io.frontdesk.ticket.conversation;

import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How large a mail's picture is meant to be. */
final class MailImage {

	private static final Pattern WIDTH = Pattern.compile("(?i)(?:^|;)\\s*width\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px");

	private static final Pattern HEIGHT = Pattern.compile("(?i)(?:^|;)\\s*height\\s*:\\s*(\\d{1,5})(?:\\.\\d+)?px");

	private MailImage() {}

	/** In pixels; null where nothing says so. */
	static Size sizeOf(Element image) {
		return new Size(side(image, "width", WIDTH), side(image, "height", HEIGHT));
	}

	/** Keeps the proportion that its sender gave it when it has to be narrower: a spacer of one pixel stays a line. */
	static void keepProportion(Element image) {
		var size = sizeOf(image);
		if (size.width() != null && size.height() != null && size.width() > 0 && size.height() > 0) {
			var style = image.attr("style");
			image.attr("style", "%s%saspect-ratio: %d / %d; height: auto".formatted(style,
					(style.isBlank() || style.strip().endsWith(";")) ? "" : ";", size.width(), size.height()));
		}
	}

	private static @Nullable Integer side(Element image, String attribute, Pattern style) {
		var styled = style.matcher(image.attr("style"));
		if (styled.find()) {
			return Integer.valueOf(styled.group(1));
		}
		var value = image.attr(attribute);
		return value.matches("\\d{1,5}") ? Integer.valueOf(value) : null;
	}

	record Size(@Nullable Integer width, @Nullable Integer height) {}

}
