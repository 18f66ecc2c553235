import { useEffect } from 'preact/hooks';
import { Link, Route, Switch, useLocation } from 'wouter-preact';
import { ActsPage } from './acts/acts-page.tsx';
import { SwitchesPage } from './acts/switches-page.tsx';
import { CutOverPage } from './insight/cut-over-page.tsx';
import { OutcomesPage } from './insight/outcomes-page.tsx';
import { PartnersPage } from './insight/partners-page.tsx';
import { NowPage } from './pages/now-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { OrdersPage } from './pages/orders-page.tsx';
import { WorkPage } from './pages/work-page.tsx';
import { SearchBox } from './parts/search-box.tsx';
import { ThemeSwitch } from './parts/theme-switch.tsx';
import { WhoIsIn } from './session/who-is-in.tsx';
import { YouPage } from './session/you-page.tsx';

const pages = [
  ['/', 'Now'],
  ['/orders', 'Orders'],
  ['/work', 'Worklist'],
  ['/acts', 'Acts'],
  ['/switches', 'Switches'],
  ['/partners', 'Partners'],
  ['/cut-over', 'Cut-over'],
  ['/outcomes', 'Outcomes'],
] as const;

/** The frame of all pages: where one is, the search, and the page. */
export function App() {
  const [location] = useLocation();
  useEffect(() => {
    document.title = `${pages.find(([path]) => path === location)?.[1] ?? (location === '/you' ? 'You' : 'Order')} · Control tower`;
    // A page that was gone to by a link begins at its beginning, for those who hear it too.
    document.querySelector('main')?.focus({ preventScroll: true });
  }, [location]);
  return (
    <>
      <a class="skip" href="#page">
        To the page
      </a>
      <header>
        <strong>Control tower</strong>
        <nav aria-label="Pages">
          {pages.map(([path, name]) => (
            <Link key={path} href={path} aria-current={path === location ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <SearchBox />
        <ThemeSwitch />
        <WhoIsIn />
      </header>
      <main id="page" tabIndex={-1}>
        <Switch>
          <Route path="/" component={NowPage} />
          <Route path="/orders" component={OrdersPage} />
          <Route path="/work" component={WorkPage} />
          <Route path="/acts" component={ActsPage} />
          <Route path="/switches" component={SwitchesPage} />
          <Route path="/order" component={OrderPage} />
          <Route path="/you" component={YouPage} />
          <Route path="/partners" component={PartnersPage} />
          <Route path="/cut-over" component={CutOverPage} />
          <Route path="/outcomes" component={OutcomesPage} />
          <Route>
            <h1>There is no such page</h1>
          </Route>
        </Switch>
      </main>
    </>
  );
}
