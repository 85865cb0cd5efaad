package io.frontdesk.local.keycloak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RealmTests {

	private static final Path REALMS = Path.of("../../identity/realm");

	@Test
	void objectsMergeByKeyAndTheOverlayWins() {
		Realm merged = Realm.parse("{\"realm\": \"a\", \"smtp\": {\"host\": \"x\", \"port\": 25}}")
				.overlaidWith(Realm.parse("{\"smtp\": {\"host\": \"y\"}}"));
		assertThat(merged).isEqualTo(Realm.parse("{\"realm\": \"a\", \"smtp\": {\"host\": \"y\", \"port\": 25}}"));
	}

	@Test
	void listsMergeByIdentityAndGrow() {
		Realm merged = Realm.parse("{\"clients\": [{\"clientId\": \"web\", \"enabled\": true}]}")
				.overlaidWith(Realm
						.parse("{\"clients\": [{\"clientId\": \"web\", \"enabled\": false}, {\"clientId\": \"cli\"}]}"));
		assertThat(merged).isEqualTo(
				Realm.parse("{\"clients\": [{\"clientId\": \"web\", \"enabled\": false}, {\"clientId\": \"cli\"}]}"));
	}

	@Test
	void listsOfPlainValuesAreUnited() {
		Realm merged = Realm.parse("{\"locales\": [\"en\"]}")
				.overlaidWith(Realm.parse("{\"locales\": [\"en\", \"de\"]}"));
		assertThat(merged).isEqualTo(Realm.parse("{\"locales\": [\"en\", \"de\"]}"));
	}

	@Test
	void theBaseStaysAsItWas() {
		Realm base = Realm.parse("{\"users\": []}");
		base.overlaidWith(Realm.parse("{\"users\": [{\"username\": \"root\"}]}"));
		assertThat(base).isEqualTo(Realm.parse("{\"users\": []}"));
	}

	@Test
	void onlyTheLocalRealmHasDemoLoginsAndTheCommandLineClient() throws Exception {
		Realm base = Realm.parse(Files.readString(REALMS.resolve("frontdesk-realm.json")));
		Realm local = base.overlaidWith(Realm.parse(Files.readString(REALMS.resolve("local-overlay.json"))));
		assertThat(values(base, "clients", "clientId")).containsExactly("frontdesk-web", "frontdesk-org", "admin-cli");
		assertThat(values(local, "clients", "clientId")).contains("frontdesk-cli");
		assertThat(values(base, "users", "username")).containsExactly("service-account-frontdesk-org");
		assertThat(values(local, "users", "username")).contains("root@frontdesk.test", "alice@frontdesk.test",
				"carol@example.com");
	}

	/** Keycloak's own clients are {@link RealmIT}'s: the realm does not name them. */
	@Test
	void onlyTheCommandLineTakesAPasswordAndNoClientHasMoreRightsThanItNeeds() throws Exception {
		Realm local = Realm.parse(Files.readString(REALMS.resolve("frontdesk-realm.json")))
				.overlaidWith(Realm.parse(Files.readString(REALMS.resolve("local-overlay.json"))));
		assertThat(local.json().get("clients")).allSatisfy(client -> {
			String name = client.get("clientId").asString();
			assertThat(client.get("directAccessGrantsEnabled").asBoolean()).as(name)
					.isEqualTo(name.equals("frontdesk-cli"));
			assertThat(client.get("implicitFlowEnabled").asBoolean(false)).as(name).isFalse();
			assertThat(client.get("fullScopeAllowed").asBoolean()).as(name).isFalse();
		});
	}

	@Test
	void noSecretIsWrittenInTheRealm() throws Exception {
		Realm base = Realm.parse(Files.readString(REALMS.resolve("frontdesk-realm.json")));
		assertThat(values(base, "clients", "secret")).isNotEmpty()
				.allSatisfy(secret -> assertThat(secret).startsWith("${"));
		assertThat(base.toString()).doesNotContain("credentials");
	}

	private static List<String> values(Realm realm, String list, String key) {
		return StreamSupport.stream(realm.json().get(list).spliterator(), false)
				.filter(item -> item.has(key))
				.map(item -> item.get(key))
				.map(JsonNode::asString)
				.toList();
	}

}
