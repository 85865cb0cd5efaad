package io.frontdesk.org.listing;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** @param total exact below {@value ListReader#COUNTED}, else that many */
public record Listing<T>(List<T> items, @Nullable String nextCursor, long total) {

	public static <T> Listing<T> empty() {
		return new Listing<>(List.of(), null, 0);
	}

	public <V> Listing<V> map(Function<T, V> change) {
		return new Listing<>(this.items.stream().map(change).toList(), this.nextCursor, this.total);
	}

}
