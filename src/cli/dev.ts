import { createServer } from 'vite';
import { ensureDemoWorld } from './generate/demo-world.ts';
import { runApp } from './run-app.ts';
import { welcome } from './welcome.ts';

process.env.DEMO = 'true';
await runApp({
	defaults: { DATA_DIR: '.data/dev', LOG_LEVEL: 'warn' },
	furnish: ensureDemoWorld,
	serve: async ({ env }) => {
		const server = await createServer({ server: { port: env.PORT, host: env.HOST, strictPort: true } });
		await server.listen();
		return { stop: () => server.close() };
	},
	welcome
});
