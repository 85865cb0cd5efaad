package io.frontdesk.mail.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The headers of an earlier mail, as mail clients write them above its text in their languages. */
final class QuotedHeaders {

	private enum Field {

		SENDER("from", "von", "de", "de la", "da", "van", "från", "fra", "lähettäjä", "od", "od koho", "от", "від",
				"feladó", "kimden", "gönderen", "expeditor", "από", "发件人", "寄件者", "寄件人", "差出人", "送信者", "보낸 사람", "보낸사람",
				"發件人", "remitente", "expéditeur", "absender", "mittente", "remetente", "afzender", "avsändare",
				"avsender", "afsender", "отправитель", "nadawca", "odesílatel", "odosielateľ", "från", "saatja", "no",
				"nuo", "siuntėjas", "sūtītājs", "šalje", "pošiljatelj", "prima", "подател", "از", "מאת", "من", "จาก",
				"từ", "dari", "daripada", "პირადი", "frá", "šalio", "saatnud", "nga", "пошиљалац", "від кого"),

		DATE("sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "date d'envoi", "enviado", "enviado el",
				"enviado em", "fecha", "fecha de envío", "data", "enviada", "enviada em", "inviato", "data invio",
				"verzonden", "skickat", "sendt", "dato", "lähetetty", "päivämäärä", "päiväys", "pvm", "wysłano",
				"wysłane", "data wysłania", "odesláno", "odoslané", "dátum", "отправлено", "дата", "надіслано",
				"дата отправки", "elküldve", "küldve", "gönderildi", "gönderme tarihi", "gönderilme tarihi", "tarih",
				"trimis", "trimisă", "στάλθηκε", "ημερομηνία", "αποστολή", "发送时间", "發送時間", "日期", "时间", "寄件日期", "寄件時間",
				"傳送日期", "送信日時", "日時", "日付", "보낸 날짜", "날짜", "보낸날짜", "изпратено", "poslano", "poslato", "послато",
				"saadetud", "kuupäev", "nosūtīts", "datums", "išsiųsta", "נשלח", "תאריך", "تاريخ الإرسال", "التاريخ",
				"ส่ง", "วันที่", "đã gửi", "ngày", "dikirim", "tanggal", "tarikh", "enviat", "sendt den", "date sent"),

		RECIPIENT("to", "cc", "bcc", "an", "kopie", "à", "copie à", "para", "cco", "a", "per", "aan", "till", "kopia",
				"til", "kopi", "vastaanottaja", "kopio", "do", "komu", "dw", "кому", "копия", "копія", "címzett",
				"másolatot kap", "kime", "bilgi", "către", "προς", "κοιν", "κοινοποίηση", "收件人", "抄送", "收件者", "副本",
				"宛先",
				"받는 사람", "받는사람", "참조", "до", "за", "копие", "prima", "za", "adresaat", "kellele", "kam", "kopija",
				"adresāts", "gavėjas", "kam", "אל", "עותק", "إلى", "نسخة", "ถึง", "สำเนา", "tới", "đến", "kepada",
				"per a",
				"viðtakandi"),

		SUBJECT("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "ämne", "emne", "aihe",
				"otsikko", "temat", "předmět", "predmet", "тема", "tárgy", "konu", "subiect", "θέμα", "主题", "主題", "主旨",
				"件名", "제목", "относно", "предмет", "naslov", "zadeva", "teema", "temats", "tēma", "tema", "נושא",
				"الموضوع", "เรื่อง", "chủ đề", "tiêu đề", "subjek", "perihal", "assumpte", "efni"),

		OTHER("reply-to", "reply to", "importance", "priority", "attachments?", "antwort an", "antworten an",
				"wichtigkeit", "anlagen?", "répondre à", "importance", "pièces? jointes?", "responder a",
				"importancia", "importância", "risposta", "priorità", "rispondi a", "urgentie", "bijlagen?",
				"prioritet", "vedlegg", "tärkeys", "liitteet", "ważność", "załączniki", "důležitost", "важность",
				"вложения", "重要性", "附件", "添付ファイル", "중요도", "첨부 파일");

		private final List<String> names;

		Field(String... names) {
			this.names = List.of(names);
		}

	}

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
			| Pattern.UNICODE_CHARACTER_CLASS;

	private static final Map<String, Set<Field>> FIELDS = Stream.of(Field.values())
			.flatMap(field -> field.names.stream().map(name -> Map.entry(name.replace("s?", ""), field)))
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

	private static final Pattern LINE = Pattern.compile("[\\s*_|>]*+("
			+ Stream.of(Field.values()).flatMap(field -> field.names.stream()).distinct()
					.collect(Collectors.joining("|"))
			+ ")[*_]*+\\s?+[:：][*_]*+(?:\\s.*|[^\\s/].*|)", FLAGS);

	/** Of a language that is not known here. */
	private static final Pattern LABELLED = Pattern
			.compile("[*_]*+\\p{L}[\\p{L}\\p{M} .'’-]{0,30}[*_]*+\\s?+[:：][*_]*+\\s*+\\S.*", FLAGS);

	private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@:;,]++@[^\\s<>@:;,]+\\.[^\\s<>@:;,]++");

	private static final int MAX_LINE = 800;

	private QuotedHeaders() {}

	static boolean isField(String line) {
		return line.length() <= MAX_LINE && LINE.matcher(Work.metered(line)).matches();
	}

	static boolean isLabelled(String line) {
		return line.length() <= MAX_LINE && LABELLED.matcher(Work.metered(line)).matches();
	}

	/**
	 * Whether these lines, some of which may be folded, are the headers of a mail. A form and a freight order have a From
	 * and a To, too: in a mail that answers nothing all four are asked for, or an address.
	 */
	static boolean areAMails(List<String> lines, Occasion occasion) {
		var fields = EnumSet.noneOf(Field.class);
		lines.forEach(line -> fields.addAll(fields(line)));
		var addressed = lines.stream().anyMatch(QuotedHeaders::isAddressed);
		var dated = lines.stream().anyMatch(Announcements::hasDateAndTime);
		var named = fields.contains(Field.SENDER) && (fields.contains(Field.DATE) || fields.contains(Field.SUBJECT));
		if (occasion == Occasion.ANSWER) {
			return named && (addressed || dated || fields.contains(Field.SUBJECT) && fields.size() >= 3)
					|| areAMailsInAnyLanguage(lines);
		}
		var complete = fields.containsAll(Set.of(Field.SENDER, Field.DATE, Field.RECIPIENT, Field.SUBJECT));
		return complete && (addressed || dated) || named && dated && addressed && fields.size() >= 3;
	}

	/** The sender's address comes first; a date with its time and another line follow. */
	private static boolean areAMailsInAnyLanguage(List<String> lines) {
		return lines.size() >= 3 && isAddressed(lines.getFirst())
				&& lines.stream().filter(QuotedHeaders::isLabelled).count() >= 3
				&& lines.stream().skip(1).anyMatch(Announcements::hasDateAndTime);
	}

	private static boolean isAddressed(String line) {
		return ADDRESS.matcher(Work.metered(line)).find();
	}

	private static Set<Field> fields(String line) {
		var field = name(line);
		return (field == null) ? Set.of() : FIELDS.getOrDefault(field, Set.of());
	}

	private static @Nullable String name(String line) {
		var matcher = LINE.matcher(Work.metered(line));
		return (line.length() <= MAX_LINE && matcher.matches())
				? matcher.group(1).toLowerCase(Locale.ROOT).replaceFirst("s$", "")
				: null;
	}

}
