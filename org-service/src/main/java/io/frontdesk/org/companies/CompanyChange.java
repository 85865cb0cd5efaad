package io.frontdesk.org.companies;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What somebody wants to be different; null leaves a field alone. */
public record CompanyChange(@Nullable String name, @Nullable List<String> domains, @Nullable Boolean active) {

	public static CompanyChange active(boolean active) {
		return new CompanyChange(null, null, active);
	}

	boolean isEdit() {
		return this.name != null || this.domains != null;
	}

	boolean deletes(Company company) {
		return company.isActive() && Boolean.FALSE.equals(this.active);
	}

}
