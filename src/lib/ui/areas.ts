/** A page with the area that it belongs to. Areas and pages stand in the order of their list, an area leads to its first page. */
export type AreaPage = { area: string; href: string; text: string };
type Tab = { href: string; text: string; current: boolean };
/** Both rows of tabs: the areas, and the pages of the area that somebody is in when it has more than one. */
export type Rows = { areas: Tab[]; area: string; pages: Tab[] };

/** The rows at an address. What lies below a page belongs to it, but nothing belongs to `root`, below which everything lies. */
export function rowsOf(list: readonly AreaPage[], { path, root }: { path: string; root: string }): Rows {
	const pages = list.map((page) => ({
		...page,
		current: path === page.href || (page.href !== root && path.startsWith(`${page.href}/`))
	}));
	const area = pages.find(({ current }) => current)?.area ?? '';
	const areas = pages
		.filter((page, n) => pages.findIndex((other) => other.area === page.area) === n)
		.map(({ href, text, area: name }) => {
			const isAlone = pages.filter((page) => page.area === name).length === 1;
			return { href, text: isAlone ? text : name, current: name === area };
		});
	const within = pages.filter((page) => page.area === area);
	return { areas, area, pages: within.length > 1 ? within : [] };
}
