package io.frontdesk.mail.reading;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** How mail servers tell in prose what became of a mail. */
final class ReportWords {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE;

	private static final Pattern SUBJECT = Pattern.compile("(?:" + String.join("|",
			".*\\bdelivery (?:status )?notification.*", ".*\\bdelivery report\\b.*",
			"unzustellbar.*", ".*zustellung.*(?:fehlgeschlagen|nicht möglich).*",
			".*échec (?:de la )?(?:remise|livraison|distribution).*",
			".*(?:no entregado|entrega fallida|fallo en la entrega|error de entrega).*",
			".*(?:mancato recapito|recapito non riuscito|mancata consegna).*",
			".*(?:não entregue|falha na entrega).*", ".*(?:onbestelbaar|niet bezorgd|niet afgeleverd).*",
			".*(?:niedostarczon|nie dostarczono).*",
			".*(?:nedoručiteln|nedoručen).*", ".*(?:kézbesíthetetlen|nem kézbesíthető).*",
			".*nu a (?:putut fi|fost) livrat.*",
			".*(?:kunde inte levereras|ej levererbar|olevererbar).*",
			".*(?:kunne ikke leveres|ikke leveret|ikke levert).*",
			".*(?:toimittaminen epäonnistui|ei voitu toimittaa).*", ".*(?:teslim edilemedi|iletilemedi).*",
			".*(?:не доставлен|не удалось доставить|невозможно доставить).*",
			".*(?:无法投递|無法投遞|无法送达|未送达|未能送达|傳遞失敗|投递失败).*", ".*(?:배달되지|전달되지|반송|전송 실패).*",
			".*\\bundeliver(?:able|ed)\\b.*", ".*\\bfailure notice\\b.*", ".*\\bmail delivery fail(?:ed|ure).*",
			".*\\bdelivery (?:has )?fail(?:ed|ure).*", ".*\\breturned (?:mail|to sender)\\b.*",
			".*\\breturning message to sender.*",
			".*\\bmail delivery (?:system|subsystem|problem|error).*", ".*\\bmail (?:system )?error\\b.*",
			".*\\bnon[- ]?delivery\\b.*", ".*\\bnot delivered\\b.*",
			".*\\b(?:could not|cannot|can't|unable to) (?:be )?deliver.*",
			".*\\bmessage (?:delivery )?(?:failure|delivery failure|not delivered|undeliverable|you sent blocked).*",
			"unzustellbar.*", ".*nicht zustellbar.*", ".*\\bnon remis\\b.*", ".*\\bno se puede entregar.*",
			".*\\bnon recapitabile.*", ".*\\bdelivery unsuccessful.*", ".*\\brejected mail\\b.*",
			".*\\bdelivery error\\b.*",
			".*\\bdead letter\\b.*", ".*\\buser unknown\\b.*", ".*\\bmail could not be delivered.*",
			".*\\bunable to deliver\\b.*", ".*\\bmail non livré.*", ".*配信.*エラー.*", ".*送信.*エラー.*",
			".*(?:送信|配信)(?:でき|不能).*", ".*退信.*", ".*недоставлен.*") + ")", FLAGS | Pattern.UNICODE_CASE);

	/** In other languages than English. */
	private static final String FAILED_ELSEWHERE = String.join("|",
			"(?:nicht|un)[ -]?zustellbar", "nicht (?:\\S+ )?(?:zugestellt|übermittelt|ausgeliefert)",
			"zustellung.{0,80}(?:fehlgeschlagen|gescheitert)",
			"n'a pas (?:\\S+ )?pu être (?:\\S+ )?(?:remis|délivré|livré|distribué|acheminé|envoyé)",
			"échec de la (?:remise|livraison|distribution)", "n'a pas été (?:remis|délivré|livré|distribué)",
			"no (?:se )?(?:ha )?(?:pudo|podido|puede) (?:ser )?(?:entreg|envi)", "no (?:ha sido|fue) entregad",
			"no se pudo (?:realizar la )?entreg",
			"non è stato (?:possibile )?(?:recapita|consegna|inoltra)", "impossibile (?:recapitare|consegnare)",
			"mancat[oa] (?:recapito|consegna)", "non (?:può|ha potuto) essere (?:recapita|consegna)",
			"não (?:pôde|pode|foi possível|foi) (?:ser )?(?:entreg|enviad)", "falha na entrega",
			"(?:kon|kan) niet (?:worden )?(?:\\S+ )?(?:afgeleverd|bezorgd|besteld)", "niet (?:bezorgd|afgeleverd)",
			"onbestelbaar",
			"nie (?:mogła|mógł|może|można|udało się|została?) (?:być |zostać )?(?:dostarcz|doręcz)", "niedostarczon",
			"(?:nelze|nebylo možné|nepodařilo se) (?:\\S+ )?doruči", "nedoručiteln", "nebyla? doručen",
			"nepodarilo sa doručiť", "nebolo možné doručiť",
			"nem (?:sikerült )?(?:kézbesít|továbbít)", "kézbesítés.{0,40}sikertelen",
			"nu a (?:putut fi|fost) (?:livrat|trimis)",
			"(?:kunde|kan) inte (?:levereras|skickas)", "(?:kunne|kan) ikke (?:leveres|afleveres|sendes)",
			"(?:ei voitu|ei voida) toimittaa", "toimit\\S+ epäonnistui",
			"не (?:\\S+ )?(?:удалось|может быть|могло быть|было|был|удаётся|удается) ?(?:\\S+ )?доставл?",
			"не доставлен", "недоставлен", "невозможно доставить", "не вдалося доставити", "не може бути доставлен",
			"(?:teslim edileme|iletileme|gönderileme)", "δεν (?:ήταν δυνατή|είναι δυνατή|παραδόθηκε)",
			"(?:无法|無法|未能|不能)(?:被)?(?:投递|投遞|送达|送達|传递|傳遞|发送|傳送|寄达)", "退信", "投递失败|投遞失敗|發送失敗|发送失败",
			"(?:配信|送信|配達|お届け)(?:できません|できなかった|出来ません|不能|に失敗)", "配信.{0,20}エラー|送信.{0,20}エラー",
			"(?:전달|배달|전송|발송)(?:되지|하지|할 수 없|이 실패|에 실패|에 실패)");

	private static final Pattern FAILED = Pattern.compile(String.join("|", "could(?: not|n't) be delivered",
			"(?:was|were|is|has) (?:not |un)(?:be(?:en)? )?deliver(?:ed|able)",
			"delivery (?:to the following|failed|has failed|attempt)", "failed permanently",
			"permanent(?:ly)? (?:fatal )?(?:error|failure)", "permanent fatal errors",
			"wasn't able to deliver", "unable to deliver", "not able to deliver", "cannot deliver", "can't deliver",
			"did not reach", "didn't reach", "user unknown", "unknown user", "no such user",
			"mailbox (?:is )?(?:full|unavailable|not found|unknown)", "returned to sender", "undeliverable",
			"has been rejected", "was rejected", "over quota", "unrouteable address", "host (?:unknown|not found)",
			"does(?: not|n't) exist", "giving up", "invalid user", "address rejected", "failed addresses",
			"could not deliver", "transcript of session", "remote host said", "final-recipient", FAILED_ELSEWHERE),
			FLAGS | Pattern.UNICODE_CASE);

	/** It is still tried. */
	private static final Pattern LATE = Pattern.compile(String.join("|", "delayed", "delivery delay",
			"warning: (?:could not send|message)",
			"will (?:keep|continue) (?:on )?trying", "will (?:be )?(?:retr(?:y|ied)|try again|tried (?:again|for))",
			"(?:no|not) need to resend", "still being (?:re)?tried", "not (?:yet )?been delivered yet",
			"has not yet been delivered", "still undelivered",
			"temporarily (?:deferred|delayed)", "was deferred", "warning message only",
			"verzögert|verspätet|weitere zustellversuche|wird weiter(?:hin)? versucht|noch nicht zugestellt",
			"retardée?\\b|différée?\\b|pas encore été (?:remis|délivré|livré|distribué)|nouvelles? tentatives?",
			"retrasad[oa]|demorad[oa]|aún no (?:se )?ha (?:sido |podido )?(?:entreg|envi)|se seguirá intentando|seguirá intent",
			"in ritardo|ritardat[oa]|non è (?:stato )?ancora (?:stato )?(?:recapitat|consegnat)|ulteriori tentativi",
			"atrasad[oa]|adiad[oa]|ainda não (?:foi|pôde)|novas? tentativas?",
			"vertraagd|vertraging|nog niet (?:\\S+ )?(?:bezorgd|afgeleverd)",
			"opóźni|jeszcze nie (?:została?|dostarcz)|kolejne próby",
			"zpožd|opožd|zatím nebyl|dosud nebyl|oneskor|meškan", "késlelte|késik|még nem (?:sikerült|kézbesít)",
			"întârzi|nu a fost încă",
			"försena|fördröj|ännu inte levere|inte levererats än",
			"forsink|endnu ikke (?:blevet )?leveret|ennå ikke levert", "viiväst|ei ole vielä (?:voitu )?toimit",
			"задерж|отложен|ещё не доставлен|еще не доставлен|затрим|ще не доставлен", "gecik|henüz (?:teslim|iletil)",
			"καθυστέρ",
			"延迟|延遲|尚未(?:送达|送達|投递|投遞)|继续(?:尝试|重试)|繼續(?:嘗試|重試)", "遅延|遅れて|まだ配信|再送を続け|再試行", "지연|아직 (?:전달|배달)"),
			FLAGS | Pattern.UNICODE_CASE);

	private static final Pattern GIVEN_UP = Pattern.compile(
			"permanent|giv(?:en|ing) up|gave up|failed permanently|will not (?:be )?(?:retr|tr)|no (?:more|further) (?:attempts|tries)|has expired|(?:retry )?timeout exceeded|too long|expired after|could not be delivered (?:for|within|after)|endgültig|abgebrochen|définitive|definitiv|aufgegeben|(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])",
			FLAGS | Pattern.UNICODE_CASE);

	private static final Pattern RELAYED = Pattern.compile(
			"(?:was|were|been|successfully) (?:\\S+ )?relayed|relayed (?:to|mail)|sends no (?:notice|notification)|no delivery (?:notification|status|notice) (?:was |will be )?sent|keine (?:zustell)?bestätigung",
			FLAGS);

	private static final Pattern DELIVERED = Pattern.compile(
			"success(?:fully|ful) (?:mail )?deliver|(?:was|were|been) (?:successfully )?delivered (?:to|successfully)|delivery (?:to .{0,120})?(?:is|was) (?:complete|successful)|erfolgreich (?:zugestellt|übermittelt)|zugestellt an|(?:bien|correctement) (?:été )?(?:remis|livré|distribué)|remis avec succès|(?:entregado|enviado) correctamente|se ha entregado|consegnat[oa] (?:correttamente|con successo)|entregue com (?:êxito|sucesso)|(?:afgeleverd|bezorgd) (?:aan|bij)|pomyślnie dostarcz|úspěšně doručen|доставлено (?:успешно|получател)|успешно доставлен|başarıyla (?:teslim|iletil)|已(?:成功)?(?:送达|送達|投递)|配信されました|배달되었습니다|전달되었습니다",
			FLAGS | Pattern.UNICODE_CASE);

	private static final int LONGEST_TITLE = 300;

	private ReportWords() {}

	static boolean tellOfFailure(String prose) {
		return FAILED.matcher(Work.metered(prose)).find();
	}

	static boolean areTitleOfFailure(String subject) {
		return subject.length() < LONGEST_TITLE && SUBJECT.matcher(subject).matches();
	}

	/** Whether a server says that it still tries. */
	static boolean tellOfDelay(String prose) {
		return LATE.matcher(Work.metered(prose)).find() && !GIVEN_UP.matcher(Work.metered(prose)).find();
	}

	/** RFC 3464 §2.3.3; null if nothing is said of success. */
	static @Nullable String success(String prose) {
		if (RELAYED.matcher(Work.metered(prose)).find()) {
			return "relayed";
		}
		return DELIVERED.matcher(Work.metered(prose)).find() ? "delivered" : null;
	}

}
