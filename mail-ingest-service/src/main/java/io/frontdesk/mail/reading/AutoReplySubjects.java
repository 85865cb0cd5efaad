package io.frontdesk.mail.reading;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What programs write in the subject of an automatic reply, in the languages that Exchange, Google and others speak. Compared
 * without accents, which many lose on the way.
 */
final class AutoReplySubjects {

	private static final String PHRASES = """
			automatic reply; automated reply; auto reply; auto-reply; autoreply; automatic response; automated response
			auto response; auto-response; autoresponse; autoresponder; vacation reply; vacation response; vacation message
			out of office; out of the office; out-of-office; out of office reply; out of office auto-reply
			out of office autoreply; ooo; out of office message; out of office notice; out of office notification
			automatische antwort; autoantwort; abwesenheitsnotiz; abwesenheitsmeldung; abwesenheitsnachricht
			abwesenheitsbenachrichtigung; abwesenheit; abwesend; urlaubsmeldung; urlaubsnotiz; nicht im büro; abwesenheitsagent; automatische abwesenheitsnotiz; automatische rückantwort
			réponse automatique; message automatique d'absence; message d'absence; absence du bureau; absence; absent; absente; absent du bureau
			absente du bureau; réponse automatique d'absence; notification d'absence
			respuesta automática; respuesta automática de ausencia; fuera de la oficina; fuera de oficina
			mensaje de ausencia; contestación automática
			risposta automatica; fuori sede; fuori ufficio; risposta automatica fuori sede; messaggio di assenza
			resposta automática; fora do escritório; mensagem de ausência; ausência do escritório; ausência temporária
			resposta automàtica; fora de l'oficina; erantzun automatikoa
			automatisch antwoord; automatische reactie; automatische beantwoording; afwezigheidsbericht
			afwezigheidsmelding; afwezigheidsassistent; niet aanwezig; afwezig; afwezigheid; outomatiese antwoord
			autosvar; automatiskt svar; automatisk svar; automatiskt meddelande; frånvaromeddelande; frånvaro; fraværsmelding
			fraværsbesked; fravær; ikke til stede; ikke på kontoret; ikke til stede på kontoret; fraværsassistent
			automaattinen vastaus; automaattivastaus; poissaoloilmoitus; poissaoloviesti; poissa toimistosta; poissa
			sjálfvirkt svar; automaatvastus; automaatne vastus; kontorist väljas; automātiskā atbilde
			automātiska atbilde; automatinis atsakymas; automatinis atsakas
			odpowiedź automatyczna; automatyczna odpowiedź; autoodpowiedź; nieobecność; nieobecność w biurze
			poza biurem; automatická odpověď; automatická odpoveď; mimo kancelář; mimo kancelárie; nepřítomnost
			v nepřítomnosti; neprítomnosť; automatikus válasz; automatikus üzenet; házon kívül; irodán kívül; távolléti értesítés
			răspuns automat; mesaj automat; în afara biroului; absent din birou; samodejni odgovor
			samodejno sporočilo; avtomatski odgovor; avtomatični odgovor; automatski odgovor; odsutnost iz ureda; përgjigje automatike
			автоматический ответ; автоответ; автоматическая отправка; отсутствие на работе; вне офиса; автоответчик
			автоматична відповідь; автовідповідь; аўтаматычны адказ; автоматичен отговор; извън офиса
			аутоматски одговор; автоматски одговор; автоматты жауап; автоматты түрде жауап беру
			αυτόματη απάντηση; εκτός γραφείου; απουσία από το γραφείο
			otomatik yanıt; otomatik cevap; ofis dışında; iş yeri dışında; avtomatik cavab; avtomatik javob
			מענה אוטומטי; תשובה אוטומטית; תגובה אוטומטית; הודעת היעדרות; מחוץ למשרד; رد تلقائي; الرد التلقائي; رد آلي; خارج المكتب
			پاسخ خودکار; خودکار جواب; स्वचालित उत्तर; स्वचालित प्रतिक्रिया; स्वचालित जवाब; স্বয়ংক্রিয় উত্তর
			ตอบกลับอัตโนมัติ; การตอบกลับอัตโนมัติ; ข้อความตอบกลับอัตโนมัติ; trả lời tự động; thư trả lời tự động
			phản hồi tự động; balasan otomatis; balasan automatik; jawapan automatik; balas automatik; autobalas; jawaban otomatis; automatikong tugon
			自动答复; 自动回复; 自动回覆; 自動答覆; 自動回覆; 自動回復; 外出自动答复; 不在办公室; 不在辦公室; 外出
			自動応答; 自動返信; 不在通知; 不在; 不在のお知らせ; 外出中; 자동 회신; 자동회신; 자동 응답; 자동응답; 자동 답장; 부재중; 부재 중
			부재중 알림; 부재중 자동 회신; ავტომატური პასუხი; ավտոմատ պատասխան
			""";

	private static final String ANY = Stream.of(PHRASES.split("[;\n]"))
			.map(AutoReplySubjects::plain)
			.filter(phrase -> !phrase.isEmpty())
			.distinct()
			.map(Pattern::quote)
			.collect(Collectors.joining("|", "(?:", ")"));

	/** What gateways put before it: "[EXTERNAL]", "EXT:". */
	private static final String TAGS = "(?:\\[[^\\]]{1,40}+] ?+|ext(?:ern(?:al)?)?: ?+){0,3}";

	/** With a colon or in brackets, as programs write it: people write about being out of office too. */
	private static final Pattern TITLED = Pattern
			.compile(TAGS + "(?:" + ANY + " ?[:：].*+|[\\[(【<]" + ANY + "[\\])】>].*+)");

	/** By Domino: its subject is a sentence. */
	private static final Pattern SENTENCE = Pattern.compile(TAGS
			+ "auto ?: .{1,120}?\\b(?:is out of|is away|returning|ist außer haus|ist abwesend|est absent|zuruck am|esta ausente|fuori ufficio|ruckkehr).*+");

	/** Of an answer whose subject is no more than that, or goes on in some other way. */
	private static final Pattern ANSWERED = Pattern.compile(TAGS + ANY + "(?: ?[:：|–—-].*+|[!.]*+)");

	private static final int LONGEST = 300;

	private AutoReplySubjects() {}

	/** @param isAnswer whether the mail says that it answers another: people keep its subject then */
	static boolean contain(String subject, boolean isAnswer) {
		if (subject.length() >= LONGEST) {
			return false;
		}
		var plain = plain(subject);
		return TITLED.matcher(plain).matches() || SENTENCE.matcher(plain).matches()
				|| isAnswer && ANSWERED.matcher(plain).matches();
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
				.replaceAll("[\\p{M}\\p{Cf}]++", "")
				.toLowerCase(Locale.ROOT)
				.replace('ı', 'i')
				.replace('’', '\'')
				.replaceAll("[\\s\\p{Z}]++", " ")
				.strip();
	}

}
