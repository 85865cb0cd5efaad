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
		if (handler instanceof HandlerMethod endpoint && !(hasOneOf(this.required.of(endpoint).orElse(List.of()))
				&& (!reads(request) || mayBeAnswered(endpoint)))) {
			throw new AccessDeniedException("Needs one of " + this.required.of(endpoint));
		}
		return true;
	}

	private static boolean reads(HttpServletRequest request) {
		return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
	}

	private boolean mayBeAnswered(HandlerMethod endpoint) {
		return this.required.toBeAnswered(endpoint)
				.map(feature -> hasOneOf(List.of(feature, Role.CLIENT.authority())))
				.orElse(true);
	}

	private static boolean hasOneOf(List<String> authorities) {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		return caller != null
				&& caller.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(authorities::contains);
	}

}
