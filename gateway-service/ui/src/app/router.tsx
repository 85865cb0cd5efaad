import { Redirect, Route, Switch } from 'wouter';
import { DashboardRoute } from '../routes/dashboard';
import { NotFoundRoute } from '../routes/not-found';
import { TicketRoute } from '../routes/ticket';

export function Router() {
  return (
    <Switch>
      <Route path="/">
        <Redirect to="/dashboard" replace />
      </Route>
      <Route path="/dashboard" component={DashboardRoute} />
      <Route path={/^\/tickets\/(?<id>\d{1,15})\/?$/}>
        {({ id }) => <TicketRoute key={id} id={Number(id)} />}
      </Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}
