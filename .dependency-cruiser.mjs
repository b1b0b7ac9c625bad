/** Who may know whom: architecture in one table. A module may call along the arrows only; against them it is told through an event. */
const arrows = {
	people: [],
	organisations: ['people'],
	conversations: ['organisations', 'people'],
	networks: ['organisations', 'people'],
	invoices: ['networks', 'organisations', 'people'],
	admission: ['invoices', 'networks', 'properties', 'organisations', 'people'],
	properties: ['organisations', 'people'],
	profiles: ['networks', 'properties', 'organisations', 'people'],
	requests: ['conversations', 'properties', 'organisations', 'people'],
	freshness: ['reports', 'owners', 'requests', 'properties', 'networks', 'organisations', 'people'],
	matching: ['conversations', 'requests', 'properties', 'organisations', 'people'],
	groups: ['matching', 'requests', 'conversations', 'properties', 'organisations', 'people'],
	owners: ['properties', 'organisations', 'people'],
	walks: ['properties', 'organisations', 'people'],
	reports: ['cases', 'properties', 'networks', 'organisations', 'people'],
	cases: ['groups', 'conversations', 'matching', 'requests', 'properties', 'networks', 'organisations', 'people'],
	tours: ['cases', 'properties', 'organisations', 'people'],
	stories: ['cases', 'places', 'properties', 'networks', 'organisations', 'people'],
	advice: ['cases', 'properties', 'networks', 'organisations', 'people'],
	records: ['people'],
	seals: ['people'],
	procedures: ['records', 'seals', 'properties', 'organisations', 'people'],
	concepts: ['procedures', 'records', 'seals', 'groups', 'requests', 'properties', 'organisations', 'people'],
	judging: ['concepts', 'procedures', 'records', 'seals', 'groups', 'properties', 'organisations', 'people'],
	awards: ['judging', 'concepts', 'procedures', 'records', 'seals', 'properties', 'organisations', 'people'],
	options: [
		'awards',
		'judging',
		'concepts',
		'procedures',
		'records',
		'stories',
		'places',
		'requests',
		'groups',
		'properties',
		'organisations',
		'people'
	],
	places: ['properties', 'networks', 'organisations', 'people'],
	notices: [
		'conversations',
		'groups',
		'stories',
		'procedures',
		'advice',
		'cases',
		'places',
		'profiles',
		'requests',
		'properties',
		'networks',
		'organisations',
		'people'
	],
	interop: [
		'records',
		'advice',
		'stories',
		'procedures',
		'places',
		'matching',
		'requests',
		'profiles',
		'properties',
		'networks',
		'organisations',
		'people'
	]
};
const mod = (name) => `^src/modules/${name}/`;

export default {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
		{
			name: 'lib-knows-no-modules',
			severity: 'error',
			from: { path: '^src/lib/', pathNot: '\\.test\\.ts$' },
			to: { path: '^src/(modules|routes|cli|testing)/', dependencyTypesNot: ['type-only'] }
		},
		{ name: 'modules-know-no-routes', severity: 'error', from: { path: '^src/modules/' }, to: { path: '^src/(routes|cli)/' } },
		{
			name: 'rules-do-no-io',
			comment: 'the top-level files of a module are pure',
			severity: 'error',
			from: { path: '^src/modules/[^/]+/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
			to: { path: ['/server/', 'node_modules/(drizzle-orm|pg)', '^\\$app', '^node:(fs|net|http)'], dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'internal-stays-internal',
			severity: 'error',
			from: { path: '^src/modules/([^/]+)/' },
			to: { path: '^src/modules/[^/]+/.*internal/', pathNot: '^src/modules/$1/' }
		},
		{ name: 'routes-not-internal', severity: 'error', from: { path: '^src/(routes|cli)/' }, to: { path: '^src/.*/internal/' } },
		{
			name: 'pages-use-no-database',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: {
				path: ['[/-]tables\\.ts$', 'node_modules/drizzle-orm', 'node_modules/pg/', '^src/lib/server/db'],
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'no-tests-in-product',
			severity: 'error',
			from: { path: '^src/', pathNot: '(\\.test\\.ts$|^src/testing/|^src/cli/|/world/)' },
			to: { path: '^src/testing/' }
		},
		...Object.entries(arrows).map(([name, allowed]) => ({
			name: `${name}-arrows`,
			severity: 'error',
			from: { path: mod(name), pathNot: '\\.test\\.ts$' },
			to: { path: '^src/modules/', pathNot: [mod(name), ...allowed.map(mod)] }
		}))
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.svelte', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default']
		}
	}
};
