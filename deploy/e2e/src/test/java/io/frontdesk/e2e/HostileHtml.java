package io.frontdesk.e2e;

import java.util.List;
import java.util.stream.Stream;

/** HTML that wants to run, to be asked for from elsewhere, or to be more than its frame; each in several disguises. */
final class HostileHtml {

	static final String TRACKER = "https://tracker.example/";

	/** Whatever runs says so in the page around. */
	private static final String RUN = "top.ran=1;parent.ran=1";

	private static final List<String> ATTACKS = List.of("<script>RUN;fetch('TRACKERa')</script>",
			"<img src=x onerror=\"RUN\">", "<svg onload=\"RUN\"><circle r=9></svg>",
			"<svg><script>RUN</script></svg>", "<svg><animate onbegin=\"RUN\" attributeName=x dur=1s></svg>",
			"<svg><image href=\"TRACKERb\" width=9 height=9 /></svg>",
			"<svg><a xlink:href=\"javascript:RUN\"><text y=9>x</text></a></svg>",
			"<math href=\"javascript:RUN\"><mtext onclick=\"RUN\">x</mtext></math>",
			"<iframe src=\"javascript:RUN\"></iframe>",
			"<iframe srcdoc=\"&lt;script&gt;RUN&lt;/script&gt;&lt;img src=TRACKERc&gt;\"></iframe>",
			"<object data=\"TRACKERd\"></object>", "<embed src=\"TRACKERe\">",
			"<form action=\"TRACKERf\"><input name=q><button formaction=\"javascript:RUN\">Go</button></form>",
			"<meta http-equiv=\"refresh\" content=\"0;url=TRACKERg\">",
			"<base href=\"TRACKERh/\" target=\"_top\"><img src=\"p.gif\"><a href=\"q\">q</a>",
			"<link rel=\"stylesheet\" href=\"TRACKERi\"><link rel=\"prefetch\" href=\"TRACKERi\">",
			"<style>@import url(TRACKERj);</style>", "<style>body{background:url(TRACKERk)}</style>",
			"<p style=\"background-image:url(TRACKERl)\">x</p>",
			"<p style=\"position:fixed;inset:0;z-index:99999;background:red\">over all</p>",
			"<table background=\"TRACKERm\"><tr><td background=\"TRACKERm\">x</td></tr></table>",
			"<img src=\"TRACKERn\" width=\"1\" height=\"1\">", "<img srcset=\"TRACKERo 2x\" src=\"cid:none\">",
			"<picture><source srcset=\"TRACKERp\"><img src=\"TRACKERp\"></picture>",
			"<video autoplay poster=\"TRACKERq\" src=\"TRACKERq\"></video><audio autoplay src=\"TRACKERq\"></audio>",
			"<input type=image autofocus onfocus=\"RUN\" src=\"TRACKERr\">",
			"<details open ontoggle=\"RUN\">x</details>", "<marquee onstart=\"RUN\">x</marquee>",
			"<a href=\"javascript:RUN\" autofocus onfocus=\"RUN\">x</a>",
			"<a href=\"&#106;ava&Tab;script:RUN\">x</a><a href=\"data:text/html,<script>RUN</script>\">y</a>",
			"<p style=\"width:expression(RUN);behavior:url(TRACKERs);-moz-binding:url(TRACKERs)\">x</p>",
			"<body onload=\"RUN\" onpageshow=\"RUN\"><frameset><frame src=\"TRACKERt\"></frameset>");

	/** The last four are read differently by those who clean and by those who show. */
	private static final List<String> DISGUISES = List.of("%s", "<noscript><p title=\"</noscript>%s\"></noscript>",
			"<math><mtext><table><mglyph><style><!--</style>%s--></style></mglyph></table></mtext></math>",
			"<svg><style><![CDATA[</style>]]>%s</style></svg>",
			"<table><td><select><option><p <b title='>%s'></select>");

	private HostileHtml() {}

	static List<String> all() {
		return DISGUISES.stream()
				.flatMap(disguise -> ATTACKS.stream().map(attack -> disguise.replace("%s", attack)))
				.flatMap(html -> Stream.of(html.replace("RUN", RUN).replace("TRACKER", TRACKER)))
				.toList();
	}

}
