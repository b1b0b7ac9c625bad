import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { inlineScript } from './tools/inline-script.ts';

/**
 * Nothing from elsewhere, no script that is not ours. Hashes, not nonces: a page stays the same bytes as long as nothing changes, and can be cached.
 * Svelte and the map set style attributes.
 */
const csp: NonNullable<Parameters<typeof sveltekit>[0]>['csp'] = {
	mode: 'hash',
	directives: {
		'default-src': ['self'],
		'script-src': ['self'],
		'style-src': ['self', 'unsafe-inline'],
		'img-src': ['self', 'data:', 'blob:'],
		'worker-src': ['self'],
		'object-src': ['none'],
		'base-uri': ['self'],
		'form-action': ['self'],
		'frame-ancestors': ['none'],
		'connect-src': ['self']
	}
};

/** Forged forms are stopped in `src/session.server.ts`, which lets keys and one-click unsubscription through that name no origin. */
export default defineConfig({
	plugins: [
		inlineScript(),
		sveltekit({ adapter: adapter({ precompress: true }), csrf: { trustedOrigins: ['*'] }, csp, serviceWorker: { register: false } })
	],
	build: { target: 'es2023' },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts'],
					globalSetup: ['src/testing/database.setup.ts'],
					setupFiles: ['src/testing/fuzz.setup.ts'],
					isolate: false,
					maxWorkers: 2,
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'journeys',
					include: ['e2e/**/*.test.ts'],
					globalSetup: ['e2e/support/app.setup.ts'],
					isolate: false,
					maxWorkers: 2,
					testTimeout: 240_000,
					hookTimeout: 120_000
				}
			}
		],
		expect: { requireAssertions: true }
	}
});
