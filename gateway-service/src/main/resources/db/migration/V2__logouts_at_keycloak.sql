-- Logins that Keycloak is to end. A row goes once it has, or when Keycloak has forgotten the login by itself.
create table keycloak_logout (
	id bigint generated always as identity primary key,
	refresh_token text not null,
	since timestamptz not null default now(),
	due_at timestamptz not null
);

create index keycloak_logout_due on keycloak_logout (due_at);
