import { openDb } from '#lib/server/db.ts';
import { openFirstRun } from '#modules/people/server/open-first-run.ts';
import { ensureBuilt } from './build.ts';
import { runApp } from './run-app.ts';
import { serve } from './serve.ts';

let code: string | null = null;
await runApp({
	defaults: { HOST: '0.0.0.0' },
	build: ensureBuilt,
	furnish: async ({ pool }) => {
		code = await openFirstRun({ db: openDb(pool) });
	},
	serve,
	welcome: ({ env }) =>
		code
			? [
					`Noch verwaltet niemand diese Installation. Die erste Administration entsteht unter ${env.baseUrl}/einrichtung`,
					`mit dem Code  ${code}`
				]
			: []
});
