package io.frontdesk.http.access;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;

/**
 * Asks who calls before the request is read: the annotations alone are checked after its body has been parsed and
 * validated, so that a caller without the authority would be told what is wrong with it. Who forgets the annotation lets
 * nobody in. Who may not be told what is read has nothing to ask for.
 */
class AuthorityFirst implements HandlerInterceptor {

	private final RequiredAuthorities required;

	AuthorityFirst(RequiredAuthorities required) {
		this.required = required;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod endpoint) {
			require(this.required.of(endpoint).orElse(List.of()));
			if (reads(request)) {
				this.required.toBeAnswered(endpoint)
						.ifPresent(feature -> require(List.of(feature, Role.CLIENT.authority())));
			}
		}
		return true;
	}

	private static void require(List<String> oneOf) {
		if (hasOneOf(oneOf)) {
			return;
		}
		var features = oneOf.stream().filter(Features.ALL::contains).toList();
		throw (isStaff() && !features.isEmpty())
				? new MissingFeatureException(features)
				: new AccessDeniedException("Needs one of " + oneOf);
	}

	private static boolean isStaff() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return authentication != null && authentication.getPrincipal() instanceof Caller caller && caller.isStaff();
	}

	private static boolean reads(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private static boolean hasOneOf(List<String> authorities) {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null
				&& caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(authorities::contains);
	}

}
