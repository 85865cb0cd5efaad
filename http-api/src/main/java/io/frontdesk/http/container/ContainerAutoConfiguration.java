package io.frontdesk.http.container;

import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

import io.frontdesk.http.problem.ContainerProblems;

@AutoConfiguration
@EnableConfigurationProperties(ConnectionSettings.class)
public class ContainerAutoConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> limitedContainer(ConnectionSettings settings) {
		return tomcat -> {
			tomcat.setProtocol(PacedProtocol.class.getName());
			tomcat.addConnectorCustomizers(connector -> {
				if (connector.getProtocolHandler() instanceof PacedProtocol protocol) {
					protocol.limit(settings, new OpenConnections(settings.perAddress(), proxies(tomcat)));
				}
			});
			tomcat.addContextCustomizers(context -> {
				if (context.getParent() instanceof StandardHost host) {
					host.setErrorReportValveClass(ContainerProblems.class.getName());
				}
			});
		};
	}

	/** Those whose X-Forwarded-For counts (server.tomcat.remoteip.internal-proxies), where any does. */
	private static Predicate<String> proxies(TomcatServletWebServerFactory tomcat) {
		return tomcat.getEngineValves()
				.stream()
				.filter(RemoteIpValve.class::isInstance)
				.map(valve -> Pattern.compile(((RemoteIpValve) valve).getInternalProxies()).asMatchPredicate())
				.findFirst()
				.orElse(_ -> false);
	}

}
