import loadHighs from 'highs';

/** HiGHS, the solver of the University of Edinburgh (MIT), as WebAssembly; loaded with the first question and kept. */
let highs: ReturnType<typeof loadHighs> | null = null;
/** In seconds; a house of thirty parts and thirty groups takes milliseconds. */
const patience = 2;

/** Solves a programme in LP format. Returns the value of each variable, or null when nothing satisfies it (or nothing was found in time). */
export async function solve(programme: string): Promise<Record<string, number> | null> {
	const solver = await (highs ??= loadHighs());
	const { Status, Columns } = solver.solve(programme, { output_flag: false, time_limit: patience, mip_rel_gap: 1e-6 });
	if (Status !== 'Optimal') return null;
	return Object.fromEntries(Object.entries(Columns).map(([name, column]) => [name, 'Primal' in column ? column.Primal : 0]));
}
