package io.frontdesk.org.companies;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.CompanyChanged;

@Entity
class Company {

	@Id
	private UUID id;

	private String name;

	@ElementCollection(fetch = FetchType.EAGER)
	@CollectionTable(name = "company_domain", joinColumns = @JoinColumn(name = "company_id"))
	@Column(name = "domain")
	private Set<String> domains = new HashSet<>();

	private boolean active = true;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Company() {}

	Company(UUID id, String name, Set<String> domains, Instant now) {
		this.id = id;
		this.name = name;
		this.domains.addAll(domains);
		this.createdAt = now;
	}

	/**
	 * Whether anything is different now.
	 *
	 * @param own the domains to have; null leaves them alone
	 */
	boolean apply(CompanyChange wanted, @Nullable Set<String> own) {
		var before = changed();
		this.name = (wanted.name() != null) ? wanted.name() : this.name;
		this.active = (wanted.active() != null) ? wanted.active() : this.active;
		if (own != null && !this.domains.equals(own)) {
			this.domains.retainAll(own);
			this.domains.addAll(own);
		}
		return !before.equals(changed());
	}

	boolean isActive() {
		return this.active;
	}

	UUID id() {
		return this.id;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	CompanyChanged changed() {
		return new CompanyChanged(this.id, this.name, this.domains.stream().sorted().toList(), this.active, version());
	}

}
