const caller = document.getElementById('caller');

function say(text, href, action) {
	const link = document.createElement('a');
	link.href = href;
	link.textContent = action;
	caller.replaceChildren(text, ' ', link);
}

// Also sets the CSRF cookie that changes need.
fetch('/api/v1/me', {headers: {Accept: 'application/json'}}).then(async (answer) => {
	if (answer.ok) {
		const {email, role} = await answer.json();
		say(`What you try is done for real, as ${email} (${role}).`, '/', 'Back to the tickets');
	} else if (answer.status === 401) {
		say('To try a call, log in first, or give a token with Authorize.', '/auth/login?continue=/api/docs', 'Log in');
	} else {
		caller.textContent = 'Who you are can’t be told for the moment.';
	}
});

function csrfToken() {
	const name = location.protocol === 'https:' ? '__Host-XSRF-TOKEN=' : 'XSRF-TOKEN=';
	return document.cookie.split('; ').find((pair) => pair.startsWith(name))?.slice(name.length) ?? '';
}

SwaggerUIBundle({
	url: '/api/openapi',
	dom_id: '#api',
	deepLinking: true,
	docExpansion: 'none',
	displayRequestDuration: true,
	showExtensions: true,
	tagsSorter: 'alpha',
	validatorUrl: null,
	requestInterceptor(request) {
		if (!/^(GET|HEAD|OPTIONS)$/i.test(request.method ?? 'GET')) {
			request.headers['X-XSRF-TOKEN'] = csrfToken();
		}
		return request;
	},
});
