package io.frontdesk.e2e;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** HTML of the tables that people send. */
final class ReadingTables {

	static final int COLUMNS = 12;

	private static final String LINK = "https://shop.example/order?key=" + "4f7a9c".repeat(60);

	private ReadingTables() {}

	/** 1,600 px wide: a column is as wide as its head says. */
	static String priceList() {
		return """
				<p>Our prices:</p><table width="1600" cellspacing="0" cellpadding="0" border="0"><thead><tr>%s</tr></thead>
				<tbody>%s</tbody></table><p>Until the end of the year.</p>
				"""
				.formatted(
						cells(i -> "<th width=\"%d\">Material%d</th>".formatted((i == 0) ? 390 : 110, i)),
						"<tr>%s</tr>".formatted(cells("<td>Dichtung %d</td>"::formatted)).repeat(8));
	}

	static String allKinds() {
		var rows = "<tr>%s</tr><tr>%s</tr>".formatted(cells("<th>Bezeichnung%d</th>"::formatted),
				cells("<td>Dichtungsring %d</td>"::formatted));
		var hebrew = "<tr>%s</tr><tr>%s</tr>".formatted(
				cells("<th>\u05de\u05d7\u05d9\u05e8\u05d5\u05df%d</th>"::formatted),
				cells("<td>%d.00</td>"::formatted));
		return """
				<table width="100">%1$s</table>
				<table height="100%%" style="height:100%%">%1$s</table>
				<div dir="rtl"><p>\u05e9\u05dc\u05d5\u05dd</p><table width="1600">%2$s</table></div>
				<table dir="rtl" width="1600">%2$s</table>
				<table align="right" width="1600">%1$s</table>
				<div style="direction:rtl"><table width="1600">%1$s</table></div>
				<table width="100%%"><tr>%3$s</tr><tr>%4$s</tr></table>
				<table width="100%%"><tr><td>See <a href="%5$s">%5$s</a></td><td>Quantity</td></tr></table>
				<p>See <a href="%5$s">%5$s</a></p>
				""".formatted(rows, hebrew,
				cells("<td style=\"width:20px;max-width:20px\">Bezeichnung%d</td>"::formatted),
				cells("<td width=\"20\"><div style=\"width:20px\">Bezeichnung%d</div></td>"::formatted), LINK);
	}

	private static String cells(IntFunction<String> cell) {
		return IntStream.range(0, COLUMNS).mapToObj(cell).collect(Collectors.joining());
	}

}
