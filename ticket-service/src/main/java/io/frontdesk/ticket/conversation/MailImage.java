package io.frontdesk.ticket.conversation;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** How large a mail's picture is meant to be. */
final class MailImage {

	private static final String LENGTH = "\\s*:\\s*(\\d{1,5}(?:\\.\\d{1,5})?)(px|pt|pc|in|cm|mm|em)";

	private static final Pattern WIDTH = Pattern.compile("(?i)(?:^|;)\\s*width" + LENGTH);

	private static final Pattern HEIGHT = Pattern.compile("(?i)(?:^|;)\\s*height" + LENGTH);

	private static final Pattern MOST_WIDTH = Pattern.compile("(?i)(?:^|;)\\s*max-width" + LENGTH);

	private static final Pattern SOME_WIDTH = Pattern.compile("(?i)(?:^|;)\\s*width\\s*:\\s*+(?!auto)");

	private static final Pattern OWN_HEIGHT = Pattern.compile("(?i)(?:^|;)\\s*height\\s*:\\s*auto");

	/** Of the units of CSS, in pixels; an em is of the page's own text. */
	private static final Map<String, Double> PIXELS = Map.of("px", 1.0, "pt", 96 / 72.0, "pc", 16.0, "in", 96.0, "cm",
			96 / 2.54, "mm", 9.6 / 2.54, "em", 14.0);

	/** In pixels; a crowded table would squeeze a picture that may shrink to nothing. */
	private static final int LEAST_WIDTH = 100;

	private MailImage() {}

	/** In pixels; null where nothing says so. */
	static Size sizeOf(Element image) {
		return new Size(side(image, "width", WIDTH), side(image, "height", HEIGHT));
	}

	/**
	 * Fits it into its frame as its sender meant it: in the proportion that it was given (a spacer of one pixel stays a
	 * line), as high as it was made where only that is said, and no wider than it may be.
	 */
	static void fit(Element image) {
		var size = sizeOf(image);
		var width = size.width();
		var height = size.height();
		var style = image.attr("style");
		var most = styled(style, MOST_WIDTH);
		var fitting = new ArrayList<String>();
		if (width != null && height != null && width > 0 && height > 0 && !OWN_HEIGHT.matcher(style).find()) {
			fitting.add("aspect-ratio: %d / %d".formatted(width, height));
			fitting.add("height: auto");
		} else if (height != null && height > 0 && !hasWidth(image)) {
			fitting.add("height: auto");
			fitting.add("max-height: %dpx".formatted(height));
		}
		if (width != null && width > 0) {
			var least = Math.min(width, LEAST_WIDTH);
			fitting.add("min-width: %dpx".formatted((most != null) ? Math.min(most, least) : least));
		}
		if (most != null) {
			fitting.add("max-width: min(100%%, %dpx) !important".formatted(most));
		}
		if (!fitting.isEmpty()) {
			var end = (style.isBlank() || style.strip().endsWith(";")) ? "" : ";";
			image.attr("style", style + end + String.join("; ", fitting));
		}
	}

	/** What is not shown is its name in a box of its size: browsers draw a picture without an address as a broken one. */
	static void leaveItsName(Element image) {
		var size = sizeOf(image);
		var name = image.attr("alt");
		image.tagName("span").addClass("picture").removeAttr("alt").removeAttr("width").removeAttr("height").attr(
				"style",
				side("width", size.width()) + side("height", size.height()));
		image.text(name);
	}

	private static String side(String name, @Nullable Integer pixels) {
		return (pixels != null && pixels > 0) ? "%s: %dpx;".formatted(name, pixels) : "";
	}

	/** What has more to show than fits here, or may have. */
	static boolean mayBeLarge(Element image) {
		var size = sizeOf(image);
		return (size.width() == null || size.width() > LEAST_WIDTH)
				&& (size.height() == null || size.height() > LEAST_WIDTH);
	}

	private static boolean hasWidth(Element image) {
		return !image.attr("width").isBlank() || SOME_WIDTH.matcher(image.attr("style")).find();
	}

	private static @Nullable Integer side(Element image, String attribute, Pattern style) {
		var styled = styled(image.attr("style"), style);
		if (styled != null) {
			return styled;
		}
		var value = image.attr(attribute);
		return value.matches("\\d{1,5}") ? Integer.valueOf(value) : null;
	}

	private static @Nullable Integer styled(String style, Pattern property) {
		var found = property.matcher(style);
		if (!found.find()) {
			return null;
		}
		var unit = PIXELS.getOrDefault(found.group(2).toLowerCase(Locale.ROOT), 1.0);
		return (int) Math.round(Double.parseDouble(found.group(1)) * unit);
	}

	record Size(@Nullable Integer width, @Nullable Integer height) {}

}
