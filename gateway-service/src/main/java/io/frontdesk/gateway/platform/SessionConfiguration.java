package io.frontdesk.gateway.platform;

import java.util.Base64;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

import io.frontdesk.gateway.GatewaySettings;

@Configuration
class SessionConfiguration {

	private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

	private static final String NAME = "frontdesk";

	/** By 216 random bits: a UUID, which is Spring Session's own id, has 122. As long as the table's column. */
	@Bean
	SessionIdGenerator sessionIds() {
		var random = KeyGenerators.secureRandom(27);
		return () -> Base64.getUrlEncoder().encodeToString(random.generateKey());
	}

	/** Lax, not Strict: a link in a mail would look logged out. Without https a browser refuses __Host- and Secure. */
	@Bean
	CookieSerializer sessionCookie(GatewaySettings settings) {
		return new CookieOfTheScheme(settings, cookie(NAME, false), cookie(GatewaySettings.HOST_ONLY + NAME, true));
	}

	private static CookieSerializer cookie(String name, boolean secure) {
		var cookie = new DefaultCookieSerializer();
		cookie.setCookieName(name);
		cookie.setUseHttpOnlyCookie(true);
		cookie.setUseSecureCookie(secure);
		cookie.setSameSite("Lax");
		cookie.setCookiePath("/");
		return cookie;
	}

	/** What an older or newer gateway wrote and this one can't read is gone: its owner logs in again. */
	@Bean
	ConversionService springSessionConversionService() {
		var conversion = new GenericConversionService();
		var reading = new DeserializingConverter(getClass().getClassLoader());
		conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
		conversion.addConverter(byte[].class, Object.class, new Converter<byte[], @Nullable Object>() {
			@Override
			public @Nullable Object convert(byte[] bytes) {
				try {
					return reading.convert(bytes);
				} catch (SerializationFailedException ex) {
					log.info("A session held something unreadable: {}", ex.getMessage());
					return null;
				}
			}
		});
		return conversion;
	}

	/** With https only the one counts that no other host and no plain page can have set. */
	private record CookieOfTheScheme(GatewaySettings settings, CookieSerializer plain,
			CookieSerializer secure) implements CookieSerializer {

		@Override
		public void writeCookieValue(CookieValue value) {
			of(value.getRequest()).writeCookieValue(value);
		}

		@Override
		public List<String> readCookieValues(HttpServletRequest request) {
			return of(request).readCookieValues(request);
		}

		private CookieSerializer of(HttpServletRequest request) {
			return this.settings.isHttps(request) ? this.secure : this.plain;
		}

	}

}
