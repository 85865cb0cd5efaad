package io.frontdesk.org.users.http;

import java.net.http.HttpClient;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

	@Bean
	KeycloakAdmin keycloakAdmin(KeycloakSettings settings, InstantSource clock) {
		var requests = requests(settings);
		var token = new ServiceToken(RestClient.builder().requestFactory(requests).build(), settings, clock);
		var client = RestClient.builder()
				.requestFactory(requests)
				.baseUrl(settings.admin())
				.requestInterceptor((request, body, execution) -> {
					request.getHeaders().setBearerAuth(token.get());
					return execution.execute(request, body);
				})
				.build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
				.build()
				.createClient(KeycloakAdmin.class);
	}

	private static JdkClientHttpRequestFactory requests(KeycloakSettings settings) {
		var requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).build());
		requests.setReadTimeout(settings.readTimeout());
		return requests;
	}

}
