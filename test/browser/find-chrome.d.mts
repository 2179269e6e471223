export declare function findChrome(environment?: Record<string, string | undefined>): string | undefined
