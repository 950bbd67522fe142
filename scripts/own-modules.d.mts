export declare function ownModule(name: string, importer?: string): string | undefined
