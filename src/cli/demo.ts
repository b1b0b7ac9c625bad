import { ensureBuilt } from './build.ts';
import { ensureDemoWorld } from './generate/demo-world.ts';
import { runApp } from './run-app.ts';
import { serve } from './serve.ts';
import { welcome } from './welcome.ts';

process.env.DEMO = 'true';
await runApp({ defaults: { DATA_DIR: '.data/demo', LOG_LEVEL: 'warn' }, build: ensureBuilt, furnish: ensureDemoWorld, serve, welcome });
