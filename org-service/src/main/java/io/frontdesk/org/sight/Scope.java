package io.frontdesk.org.sight;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.Listing;

/** What somebody sees of what companies have: staff all of it, a client what is live in their company. */
public sealed interface Scope {

	/**
	 * A list of it.
	 *
	 * @param company whose things are wanted; null for all
	 */
	<T> Listing<T> list(ListRequest wanted, @Nullable UUID company, Source<T> source);

	static Scope ofStaff() {
		return new Everything();
	}

	static Scope ofClient(Optional<UUID> company) {
		return company.<Scope>map(OfCompany::new).orElseGet(Nothing::new);
	}

	interface Source<T> {

		Listing<T> page(ListRequest request, @Nullable UUID company);

	}

	record Everything() implements Scope {

		@Override
		public <T> Listing<T> list(ListRequest wanted, @Nullable UUID company, Source<T> source) {
			return source.page(wanted, company);
		}

	}

	record OfCompany(UUID own) implements Scope {

		@Override
		public <T> Listing<T> list(ListRequest wanted, @Nullable UUID company, Source<T> source) {
			return source.page(wanted.onlyActive(), this.own);
		}

	}

	record Nothing() implements Scope {

		@Override
		public <T> Listing<T> list(ListRequest wanted, @Nullable UUID company, Source<T> source) {
			return Listing.empty();
		}

	}

}
