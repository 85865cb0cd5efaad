package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.Arrays;

import org.springframework.core.io.ByteArrayResource;

/**
 * Prints for hostile mails of the sizes that it is given ({@code 10000,1000000}) how many seconds they take and how many
 * steps a byte; a program.
 */
final class GrowthTable {

	private GrowthTable() {}

	public static void main(String[] arguments) throws IOException {
		var sizes = Arrays.stream(arguments[0].split(",")).mapToInt(Integer::parseInt).toArray();
		var wanted = (arguments.length > 1) ? arguments[1] : ".*";
		for (var shape : Shape.values()) {
			if (shape.name().matches(wanted)) {
				var row = new StringBuilder("%-32s".formatted(shape));
				for (var size : sizes) {
					row.append(cell(shape.mail(size)));
				}
				System.out.println(row);
			}
		}
	}

	private static String cell(byte[] mail) throws IOException {
		var start = System.nanoTime();
		var outline = MailOutline.of(new ByteArrayResource(mail));
		var work = Work.forMail(outline.size());
		var end = "";
		try {
			MailReader.read(outline, _ -> false, work);
		} catch (UnreadableMailException ex) {
			end = ex.reason();
		}
		return " %8.3f s %6d %s".formatted((System.nanoTime() - start) / 1e9, work.done() / outline.size(),
				end);
	}

}
