import { useEffect } from 'preact/hooks';
import { Link, Route, Switch, useLocation } from 'wouter-preact';
import { CutOverPage } from './insight/cut-over-page.tsx';
import { OutcomesPage } from './insight/outcomes-page.tsx';
import { PartnersPage } from './insight/partners-page.tsx';
import { NowPage } from './pages/now-page.tsx';
import { OrderPage } from './pages/order-page.tsx';
import { OrdersPage } from './pages/orders-page.tsx';
import { WorkPage } from './pages/work-page.tsx';
import { SearchBox } from './parts/search-box.tsx';
import { ThemeSwitch } from './parts/theme-switch.tsx';

const pages = [
  ['/', 'Now'],
  ['/orders', 'Orders'],
  ['/work', 'Worklist'],
  ['/partners', 'Partners'],
  ['/cut-over', 'Cut-over'],
  ['/outcomes', 'Outcomes'],
] as const;

/** The frame of all pages: where one is, the search, and the page. */
export function App() {
  const [location] = useLocation();
  useEffect(() => {
    document.title = `${pages.find(([path]) => path === location)?.[1] ?? 'Order'} · Control tower`;
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
      </header>
      <main id="page" tabIndex={-1}>
        <Switch>
          <Route path="/" component={NowPage} />
          <Route path="/orders" component={OrdersPage} />
          <Route path="/work" component={WorkPage} />
          <Route path="/order" component={OrderPage} />
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
