package io.frontdesk.local.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tests counted from JUnit's XML reports, by module. */
record Tally(Map<String, Counts> modules) {

	private static final Set<String> REPORT_FOLDERS = Set.of("surefire-reports", "failsafe-reports", "vitest-reports");

	/**
	 * What one report, module or run comes to.
	 *
	 * @param unsteady those of the passed that failed at first
	 */
	record Counts(int passed, int failed, int skipped, List<String> unsteady) {

		Counts plus(Counts other) {
			return new Counts(this.passed + other.passed, this.failed + other.failed, this.skipped + other.skipped,
					Stream.concat(this.unsteady.stream(), other.unsteady.stream()).toList());
		}

		@Override
		public String toString() {
			return "%d passed, %d failed, %d skipped".formatted(this.passed, this.failed, this.skipped);
		}

	}

	/** Of the reports under any target folder that are not older than this. */
	static Tally of(Path root, FileTime since) throws IOException {
		Map<String, Counts> modules = new TreeMap<>();
		Files.walkFileTree(root, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
				String name = directory.getFileName().toString();
				return (name.equals("node_modules") || name.equals("dist")
						|| name.startsWith(".") && !directory.equals(root))
								? FileVisitResult.SKIP_SUBTREE
								: FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				if (isReport(file) && attributes.lastModifiedTime().compareTo(since) >= 0) {
					modules.merge(moduleOf(root, file), read(file), Counts::plus);
				}
				return FileVisitResult.CONTINUE;
			}
		});
		return new Tally(modules);
	}

	private static boolean isReport(Path file) {
		return REPORT_FOLDERS.contains(fromEnd(file, 2))
				&& file.getFileName().toString().matches("TEST-.*\\.xml|.*junit.*\\.xml");
	}

	/** A report is at module/target/folder/file. */
	private static String moduleOf(Path root, Path report) {
		Path module = root.relativize(report).subpath(0, root.relativize(report).getNameCount() - 3);
		return module + (fromEnd(report, 2).equals("vitest-reports") ? " (ui)" : "");
	}

	private static String fromEnd(Path file, int place) {
		return (file.getNameCount() < place) ? "" : file.getName(file.getNameCount() - place).toString();
	}

	/** Each test case counts once: what is inside it decides as what. */
	static Counts read(Path report) {
		int cases = 0;
		int failed = 0;
		int skipped = 0;
		boolean decided = false;
		String test = "";
		Set<String> unsteady = new TreeSet<>();
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		try (var in = Files.newInputStream(report)) {
			XMLStreamReader xml = factory.createXMLStreamReader(in);
			while (xml.hasNext()) {
				if (xml.next() != XMLStreamReader.START_ELEMENT) {
					continue;
				}
				switch (xml.getLocalName()) {
					case "testcase" -> {
						cases++;
						decided = false;
						test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
					}
					case "failure", "error" -> {
						failed += decided ? 0 : 1;
						decided = true;
					}
					case "skipped" -> {
						skipped += decided ? 0 : 1;
						decided = true;
					}
					case "flakyFailure", "flakyError" -> unsteady.add(test);
					default -> {
					}
				}
			}
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		} catch (XMLStreamException ex) {
			throw new IllegalStateException("Not a report: " + report, ex);
		}
		return new Counts(cases - failed - skipped, failed, skipped, List.copyOf(unsteady));
	}

	private Counts sum() {
		return this.modules.values().stream().reduce(new Counts(0, 0, 0, List.of()), Counts::plus);
	}

	boolean isGood() {
		return sum().failed() == 0 && sum().passed() > 0;
	}

	String table() {
		StringBuilder table = new StringBuilder();
		this.modules.forEach((module, counts) -> table.append("  %-32s %s%n".formatted(module, counts)));
		return table.toString();
	}

	/** Tests that passed at the second try only: each has a fault, or what it tests has. */
	List<String> unsteady() {
		return sum().unsteady();
	}

	String line() {
		return sum().toString();
	}

}
