import { Redirect, Route, Switch, useSearch } from 'wouter';
import { paths } from '../lib/paths';
import { LoggedInRoute } from '../routes/logged-in';
import { NewTicketRoute } from '../routes/new-ticket';
import { NotFoundRoute } from '../routes/not-found';
import { ProfileRoute } from '../routes/profile';
import { TicketRoute } from '../routes/ticket';
import { TicketsRoute } from '../routes/tickets';

export function Router() {
  return (
    <Switch>
      <Route path="/">
        <ToTickets />
      </Route>
      <Route path="/dashboard">
        <ToTickets />
      </Route>
      <Route path={paths.loggedIn} component={LoggedInRoute} />
      <Route path={paths.profile} component={ProfileRoute} />
      <Route path={paths.tickets} component={TicketsRoute} />
      <Route path={paths.newTicket} component={NewTicketRoute} />
      <Route path={paths.ticket}>{({ id }) => <TicketRoute key={id} id={id} />}</Route>
      <Route component={NotFoundRoute} />
    </Switch>
  );
}

/** Until there is a dashboard, what staff start with is the list; links to it from before keep their filter. */
function ToTickets() {
  const search = useSearch();
  return <Redirect to={paths.tickets + (search && `?${search}`)} replace />;
}
