package io.frontdesk.org.users;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.frontdesk.org.companies.CompanyDependents;

@Component
class UsersOfCompany implements CompanyDependents {

	private final Users users;

	UsersOfCompany(Users users) {
		this.users = users;
	}

	@Override
	public String name() {
		return "users";
	}

	@Override
	public long activeIn(UUID company) {
		return this.users.countByCompanyIdAndActiveTrue(company);
	}

}
