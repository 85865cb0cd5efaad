package io.frontdesk.mail.reading;

import java.util.List;
import java.util.regex.Pattern;

/** How mail clients, in their languages, announce what they quote. */
final class Announcements {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
			| Pattern.UNICODE_CHARACTER_CLASS;

	/** With a date or an address within: people write "he wrote:" too. */
	private static final Pattern WROTE = Pattern.compile("(?:" + String.join("|", "on\\b.*\\bwrote", "at\\b.*\\bwrote",
			"(?:am|vom)\\b.*\\b(?:schrieb|hat geschrieben).*", ".*\\bschrieb(?: am)?\\b.*", "le\\b.*\\ba écrit",
			"el\\b.*\\bescribió", ".*\\bescribió", "il\\b.*\\bha scritto",
			"(?:op|on)\\b.*\\b(?:schreef|geschreven)\\b.*",
			"em\\b.*\\bescreveu", "(?:a|no dia)\\b.*\\bescreveu",
			"(?:dnia|w dniu)\\b.*\\b(?:napisał|pisze|napisał\\(a\\)).*",
			".*\\b(?:pisze|napisał\\(a\\)|napisała?)", "(?:den|on|fre|lør|søn|man|tir|ons|tor)\\b.*\\bskrev\\b.*",
			".*\\bskrev\\b.*",
			".*\\bkirjoitti", ".*\\b(?:пишет|написала?|написав|написала|пише|писал|писала|написа)",
			"dne\\b.*\\b(?:napsala?|napsal\\(a\\)).*",
			"dňa\\b.*\\bnapísal.*", ".*\\b(?:ezt )?írta", "(?:în|pe)\\b.*\\ba scris",
			".*\\b(?:şunu yazdı|şunları yazdı|yazdı)",
			"(?:στις|την)\\b.*\\bέγραψε.*", ".*(?:写道|寫道|写到|編寫)", ".*(?:のメール|書きました|さんのメッセージ|が書いた)",
			".*(?:작성|님이 작성|썼습니다)", "vào\\b.*\\bđã viết", "pada\\b.*\\bmenulis", ".*\\bva escriure",
			".*\\bje napisa(?:o|la).*",
			".*\\b(?:rašė|rakstīja|kirjutas)", ".*كتب.*", ".*כתב.*", ".*เขียนว่า",
			"пользователь\\b.*\\bнаписал.*") + ")\\s*+[:：]?+\\s*+-*+", FLAGS);

	private static final Pattern WRITES_AT_ITS_END = Pattern
			.compile(".*(?:[:：]|wrote|написал|пише|schrieb|-)\\s*+", FLAGS);

	private static final Pattern SOMEBODY_WROTE = Pattern.compile("[^!?]{1,100}(?:\\b(?:"
			+ String.join("|", "wrote(?: in)?", "writes", "a écrit", "schrieb", "escribió", "ha scritto", "schreef",
					"escreveu", "va escriure", "napisała?", "napisał\\(a\\)", "napsala?", "napsal\\(a\\)", "napísala?",
					"skrev", "skrifaði", "kirjoitti", "kirjutas", "írta", "a scris", "yazdı", "пишет", "написала?",
					"написав", "написа", "пише", "έγραψε", "je napisa(?:o|la)", "rašė", "rakstīja", "đã viết",
					"menulis",
					"כתב", "كتب")
			+ ")|写道|寫道|书写|書きました|작성|เขียนว่า)\\s?[:：]?(?:\\s*+<[^<>\\s]{3,200}>)?+\\s?[:：]", FLAGS);

	private static final Pattern TIME = Pattern
			.compile("(?<![\\d.:/]|\\d-)\\d{1,2}(?:[:.h]\\d{2}(?![\\d/-]|\\.\\d)|\\s?[時时点點시])", FLAGS);

	private static final Pattern DATE = Pattern
			.compile("(?<!\\d)\\d{4}(?!\\d)|(?<!\\d)\\d{1,2}[./-]\\s?\\d{1,2}[./-]\\s?\\d{2}(?!\\d)", FLAGS);

	private static final Pattern ADDRESSED = Pattern.compile(".*<[^<>\\s]+@[^<>\\s]+>.*", FLAGS);

	private static final Pattern NAMED = Pattern.compile(
			"[^<>\\d]{0,60}<[^<>\\s]{1,100}@[^<>\\s]{1,100}>[^<>\\d]{0,40}",
			FLAGS);

	/** Notes frames the name with dashes, or the date. */
	private static final Pattern FRAMED = Pattern.compile(
			"-{3,}\\s?+[^<>-][^<>]{0,100}<[^<>\\s]{1,100}@[^<>\\s]{1,100}>[^<>]{0,40}-{3,}"
					+ "|.{1,100}-{3}\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4} \\d{1,2}[:.]\\d{2}[^-]{0,10}-{3}.*",
			FLAGS);

	private static final Pattern DATED_OR_ADDRESSED = Pattern.compile(".*(?:\\d|@).*");

	private static final Pattern MAY_BEGIN = Pattern.compile(
			".*(?:[\\d@<]|\\bwrote in$).*|[\\s*_>—–-]*+(?:on|at|am|vom|le|el|il|op|em|a|no dia|dnia|w dniu|den|dne|dňa|în|pe|στις|την|vào|pada|в|пн|вт|ср|чт|пт|сб|вс|\\p{L}+,)\\b.*",
			FLAGS);

	private static final List<Pattern> WHO_AND_WHEN = List.of(
			Pattern.compile(
					"\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2},?+ .{0,30}\\d{1,2}:\\d{2}.{0,20}\\b(?:GMT|UTC)[+-]?\\d.{1,200}",
					FLAGS),
			Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2} [^<>]{1,150}<[^<>]{3,120}>:?+", FLAGS),
			Pattern.compile(
					"\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4},?+ .{0,30}\\d{1,2}:\\d{2}.{0,150}<[^<>]{3,120}>\\s*+:?+",
					FLAGS),
			Pattern.compile(
					".{0,20}\\d{1,2}\\.? \\p{L}{3,10}\\.? \\d{4}.{0,30}\\d{1,2}:\\d{2}.{0,150}<[^<>]{3,120}>\\s*+:",
					FLAGS),
			Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日.{1,150}[:：]", FLAGS),
			Pattern.compile("\\p{L}{1,4}\\.?,? .{0,20}\\d{4}.{0,80}\\bvia\\b.{0,200}:", FLAGS),
			Pattern.compile(
					"[^<>:]{1,80}<[^<>\\s]{1,100}@[^<>\\s]{1,100}> (?:wrote|writes|schrieb|escribió|a écrit|escreveu|ha scritto).{0,40}:",
					FLAGS));

	private static final String DASHED = "[\\s*_>]*+(?:-{2,}+|_{3,}+|={3,}+|begin |anfang |début |inicio |inizio |start )\\s*+(?:";

	private static final String DASHES = ")\\s*+[:：]?+\\s*+[-_=*]*+\\s*+";

	private static final Pattern ORIGINAL = Pattern.compile(DASHED
			+ String.join("|", "original ?message", "original ?mail", "originalnachricht", "ursprüngliche ?nachricht",
					"ursprüngliche ?mail", "message d'origine", "message original", "courriel original",
					"mensaje original",
					"mensagem original", "messaggio originale", "oorspronkelijk bericht", "origineel bericht",
					"oprindelig meddelelse", "original ?meddelelse", "opprinnelig melding", "ursprungligt meddelande",
					"originalmeddelande", "alkuperäinen viesti", "oryginalna wiadomość", "wiadomość oryginalna",
					"исходное сообщение", "оригинальное сообщение", "původní zpráva", "pôvodná správa",
					"eredeti üzenet",
					"mesaj original", "orijinal mesaj", "özgün ileti", "αρχικό μήνυμα", "原始邮件", "原始郵件", "原邮件", "邮件原件",
					"元のメッセージ", "original appointment", "원본 메시지", "оригінальне повідомлення", "оригинално съобщение",
					"izvorna poruka", "izvirno sporočilo", "algne sõnum", "sākotnējais ziņojums", "pradinis pranešimas",
					"mesajul original", "missatge original", "pesan asli", "thư gốc", "tin nhắn gốc", "ข้อความต้นฉบับ",
					"הודעה מקורית", "الرسالة الأصلية", "originele bericht", "元メール", "오리지널 메시지")
			+ DASHES, FLAGS);

	private static final Pattern PASSED_ON = Pattern.compile(DASHED
			+ String.join("|", "forwarded message", "forwarded by.*", "forwarded mail", "weitergeleitete nachricht",
					"weitergeleitete mail", "message transféré", "message transmis", "mensaje reenviado",
					"mensagem encaminhada", "messaggio inoltrato", "doorgestuurd bericht", "vidarebefordrat meddelande",
					"videresendt.*", "välitetty viesti", "wiadomość przekazana", "przekazana wiadomość",
					"пересланное сообщение", "přeposlaná zpráva", "továbbított üzenet", "転送メッセージ", "转发的消息", "轉寄的郵件",
					"转发邮件",
					"전달된 메시지", "轉寄郵件", "повідомлення, що пересилається", "пересылаемое сообщение",
					"vidarebefordrat brev",
					"edelleenlähetetty viesti", "iletilen ileti", "yönlendirilen ileti", "mesaj redirecționat",
					"προωθημένο μήνυμα", "препратено съобщение", "proslijeđena poruka", "posredovano sporočilo",
					"edastatud kiri", "missatge reenviat", "pesan terusan", "pesan yang diteruskan", "ข้อความที่ส่งต่อ",
					"thư được chuyển tiếp", "tin nhắn được chuyển tiếp", "الرسالة المعاد توجيهها", "הודעה שהועברה",
					"videresendt melding", "videresendt meddelelse", "videresendt besked")
			+ DASHES, FLAGS);

	private static final Pattern FORWARDED = Pattern.compile(
			"\\W{0,3}(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem (?:encaminhada|reenviada)|vidarebefordrat brev|start på videresendt besked|начало переадресованного сообщения|下記は転送されたメッセージです|请求转发邮件)\\s*+[:：]?",
			FLAGS);

	private static final int MAX_LINE = 400;

	private Announcements() {}

	/** Whether all of this line, or of some lines joined, announces a quotation. */
	static boolean announces(String line) {
		if (line.length() > MAX_LINE || line.length() < 4) {
			return false;
		}
		if (isDivider(line)) {
			return true;
		}
		if (!DATED_OR_ADDRESSED.matcher(Work.metered(line)).matches()) {
			return false;
		}
		var text = line.replaceFirst("^[\\s*_>—–-]*+", "");
		return endsInColon(text) && hasDateAndTime(text) && ADDRESSED.matcher(Work.metered(text)).matches()
				|| WRITES_AT_ITS_END.matcher(Work.metered(text)).matches()
						&& WROTE.matcher(Work.metered(text)).matches()
				|| WHO_AND_WHEN.stream().anyMatch(pattern -> pattern.matcher(Work.metered(text)).matches());
	}

	/** In whichever language, if a quotation follows. */
	static boolean mayAnnounce(String line) {
		return line.length() <= MAX_LINE && endsInColon(line) && hasDateAndTime(line);
	}

	private static boolean endsInColon(String line) {
		var last = line.stripTrailing();
		return last.endsWith(":") || last.endsWith("：");
	}

	/** A name, an address and the verb, and nothing else: no person writes it so. */
	static boolean namesAddress(String line) {
		return line.length() <= MAX_LINE && NAMED.matcher(Work.metered(line)).matches() && saysWhoWrote(line);
	}

	/** As mail clients write them: people tell the day at most. */
	static boolean hasDateAndTime(String line) {
		return line.length() <= 2 * MAX_LINE && TIME.matcher(Work.metered(line)).find()
				&& DATE.matcher(Work.metered(line)).find();
	}

	/** "Original message", or that a mail is passed on. */
	static boolean isDivider(String line) {
		return line.length() <= MAX_LINE && (ORIGINAL.matcher(Work.metered(line)).matches() || passesOn(line)
				|| FRAMED.matcher(Work.metered(line)).matches());
	}

	/** Whether what stands below is passed on: the mail is about it. */
	static boolean passesOn(String line) {
		return line.length() <= MAX_LINE && (PASSED_ON.matcher(Work.metered(line)).matches()
				|| FORWARDED.matcher(Work.metered(line)).matches());
	}

	/** Without a date or an address it announces only what stands right below it. */
	static boolean saysWhoWrote(String line) {
		return line.length() <= MAX_LINE && SOMEBODY_WROTE.matcher(Work.metered(line)).matches();
	}

	/** Whether an announcement can begin in this line: else the one below it stands alone. */
	static boolean mayBegin(String line) {
		return line.length() <= MAX_LINE
				&& (MAY_BEGIN.matcher(Work.metered(line)).matches() || isDivider(line));
	}

}
