package io.frontdesk.org.companies;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Caller;
import io.frontdesk.http.problem.InvalidField;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.sight.Rights;

/** Keeps the companies. Each change is told as {@code company-changed}. */
@Component
@Transactional
public class CompanyDesk {

	private final Companies companies;

	private final List<CompanyDependents> dependents;

	private final Events events;

	private final InstantSource clock;

	CompanyDesk(Companies companies, List<CompanyDependents> dependents, Events events, InstantSource clock) {
		this.companies = companies;
		this.dependents = dependents;
		this.events = events;
		this.clock = clock;
	}

	public UUID create(String name, List<String> domains) {
		var id = UUID.randomUUID();
		save(new Company(id, name, free(domains, id), this.clock.instant()));
		return id;
	}

	public void change(UUID id, CompanyChange wanted, IfMatch basis, Caller by) {
		Rights.check(by, wanted.isEdit(), wanted.active() != null);
		var company = this.companies.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		basis.check(company.version());
		if (wanted.deletes(company)) {
			refuseWhileInUse(company);
		}
		if (company.apply(wanted, (wanted.domains() != null) ? free(wanted.domains(), id) : null)) {
			save(company);
		}
	}

	/** Keeps the company from being deleted before the caller's transaction ends. */
	@Transactional(readOnly = true)
	public UUID requireActive(UUID id) {
		return this.companies.findByIdAndActiveTrue(id)
				.map(Company::id)
				.orElseThrow(() -> new InvalidField("company", "there is no active company with this id").exception());
	}

	/** The company whose people write from addresses of this domain. */
	@Transactional(readOnly = true)
	public Optional<UUID> ownerOf(String domain) {
		return this.companies.findByDomains(domain).filter(Company::isActive).map(Company::id);
	}

	private void refuseWhileInUse(Company company) {
		var children = new TreeMap<String, Long>();
		this.dependents.forEach(kind -> children.put(kind.name(), kind.activeIn(company.id())));
		if (children.values().stream().anyMatch(count -> count > 0)) {
			throw CompanyProblem.COMPANY_IN_USE.exception(Map.of("children", children));
		}
	}

	private Set<String> free(List<String> wanted, UUID company) {
		var domains = new TreeSet<String>();
		for (var i = 0; i < wanted.size(); i++) {
			var domain = parse(wanted.get(i), "domains[%d]".formatted(i));
			if (this.companies.findByDomains(domain).filter(owner -> !owner.id().equals(company)).isPresent()) {
				throw taken(domain);
			}
			domains.add(domain);
		}
		return domains;
	}

	private static RuntimeException taken(String domain) {
		return CompanyProblem.DOMAIN_TAKEN.exception(
				Map.of("errors", List.of(new InvalidField("domains", "another company has " + domain))));
	}

	private static String parse(String domain, String field) {
		try {
			return MailDomain.of(domain).name();
		} catch (IllegalArgumentException ex) {
			throw new InvalidField(field, String.valueOf(ex.getMessage())).exception();
		}
	}

	private void save(Company company) {
		try {
			this.events.publish(this.companies.saveAndFlush(company).changed());
		} catch (DataIntegrityViolationException _) {
			// somebody took one of the domains since we looked
			throw CompanyProblem.DOMAIN_TAKEN.exception();
		}
	}

}
