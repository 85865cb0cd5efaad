package io.frontdesk.local.demo;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Who and what there is to be for so many tickets. A plan for more tickets has all of a plan for fewer, so that a second
 * run adds to the first.
 */
record DemoPlan(List<Company> companies, List<Person> people) {

	static final String CAROL = "carol@example.com";

	static final String ALICE = "alice@frontdesk.test";

	private static final long SEED = 20_261_123;

	private static final int FEWEST_CLIENTS = 60;

	private static final int MOST_CLIENTS = 5_000;

	/** @param domain of its people's addresses */
	record Company(String name, String domain, List<Project> projects) {}

	record Project(String name, List<String> tasks) {}

	/** @param company its place in the plan; below zero for staff */
	record Person(String email, String firstName, String lastName, int company) {

		boolean isStaff() {
			return this.company < 0;
		}

	}

	static DemoPlan of(int tickets, Vocabulary words) {
		int clients = Math.clamp(tickets / 50, FEWEST_CLIENTS, MOST_CLIENTS);
		List<Company> companies = IntStream.range(0, companies(clients)).mapToObj(i -> company(i, words)).toList();
		List<Person> people = new ArrayList<>();
		Set<String> addresses = new HashSet<>();
		people.add(new Person(ALICE, "Alice", "Adams", -1));
		for (int i = 0; i < 8 + clients / 100; i++) {
			people.add(person(-1 - i, -1, "frontdesk.test", addresses, words));
		}
		people.add(new Person(CAROL, "Carol", "Client", 0));
		for (int i = 0; i < clients; i++) {
			int company = Vocabulary.zipf(companies(i), new SplittableRandom(SEED - i));
			people.add(person(i, company, companies.get(company).domain(), addresses, words));
		}
		return new DemoPlan(companies, people);
	}

	int indexOf(String email) {
		return this.people.stream().map(Person::email).toList().indexOf(email);
	}

	private static int companies(int clients) {
		return 10 + clients / 25;
	}

	private static Company company(int number, Vocabulary words) {
		List<String> stems = words.list("stem");
		List<String> branches = words.list("branch");
		String stem = stems.get(number % stems.size());
		String branch = branches.get((7 * number + number / stems.size()) % branches.size());
		SplittableRandom random = new SplittableRandom(SEED + number);
		List<Project> projects = random.ints(0, words.list("project").size())
				.distinct()
				.limit(1 + random.nextInt(3))
				.mapToObj(project -> project(words.list("project").get(project), random, words))
				.toList();
		return (number == 0)
				? new Company("Example AG", "example.com", projects)
				: new Company(stem + " " + branch, ascii(stem + "-" + branch) + ".example", projects);
	}

	private static Project project(String name, SplittableRandom random, Vocabulary words) {
		int tasks = 2 + random.nextInt(4);
		return new Project(name, words.list("step").subList(0, tasks));
	}

	private static Person person(int number, int company, String domain, Set<String> addresses, Vocabulary words) {
		SplittableRandom random = new SplittableRandom(SEED ^ number * 31L);
		String first = any(words.list("first"), random);
		String last = any(words.list("last"), random);
		String name = ascii(first) + "." + ascii(last);
		String email = name + "@" + domain;
		for (int i = 2; !addresses.add(email); i++) {
			email = name + i + "@" + domain;
		}
		return new Person(email, first, last, company);
	}

	private static String any(List<String> list, SplittableRandom random) {
		return list.get(random.nextInt(list.size()));
	}

	private static String ascii(String text) {
		return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
				.replace("ß", "ss")
				.replace("ø", "o")
				.replace("ı", "i")
				.replace("ł", "l")
				.replaceAll("[^a-z0-9-]", "");
	}

}
