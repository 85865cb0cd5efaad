package io.frontdesk.events;

import java.util.regex.Pattern;

/** Knows the addresses that say of themselves that an answer reaches nobody. */
public final class NobodyReads {

	private static final Pattern LOCAL_PART = Pattern.compile("(?:.*[+._-])?(?:" + String.join("|",
			"no[._-]?(?:reply|answer|response|respond(?:er|a)|respuesta)",
			"(?:do|please)[._-]?not[._-]?(?:reply|respond|answer)",
			"dont[._-]?reply", "(?:bitte[._-]?)?nicht[._-]?(?:be)?antworten", "keine?[._-]?antwort(?:en)?",
			"ne[._-]?(?:pas[._-]?)?repond(?:re|ez)(?:[._-]?pas)?", "pas[._-]?de[._-]?reponse",
			"non[._-]?risponde(?:re|te)", "n[aã]o[._-]?respond(?:a|er)", "niet[._-]?(?:be)?antwoorden",
			"geen[._-]?antwoord", "(?:svara?|besvar)[._-]?(?:ej|inte|ikke)", "(?:ikke|inte)[._-]?(?:be)?svara?",
			"ala[._-]?vastaa", "ei[._-]?vastausta", "nie[._-]?odpowiada[cj]", "bez[._-]?odpowiedzi", "neodpovidat",
			"ne[._-]?otvechat") + ").*|wordpress|www-data|apache|nginx|(?:web|contact)-?form|kontaktformular",
			Pattern.CASE_INSENSITIVE);

	private NobodyReads() {}

	public static boolean at(String address) {
		return LOCAL_PART.matcher(address.substring(0, Math.max(0, address.lastIndexOf('@')))).matches();
	}

}
