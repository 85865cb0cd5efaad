package io.frontdesk.org.users.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.frontdesk.identity.Caller;
import io.frontdesk.org.users.Directory;
import io.frontdesk.org.users.UserProblem;

/** Refuses whoever was deactivated: a token of theirs works for some minutes more. */
@Component
class DeactivatedCallers implements HandlerInterceptor, WebMvcConfigurer {

	private final Directory directory;

	DeactivatedCallers(Directory directory) {
		this.directory = directory;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/api/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getPrincipal() instanceof Caller caller
				&& this.directory.isDeactivated(caller.person())) {
			throw UserProblem.DEACTIVATED.exception();
		}
		return true;
	}

}
