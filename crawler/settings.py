"""Scrapy's settings: a thin projection of storage.settings.Settings, where every value has its help text.

A value that differs from Scrapy's default carries the default in a comment.
"""

from typing import Any

from storage.settings import Settings

QUIET_LOGGERS = (  # they warn about what we record as a visit: an over-size body, a certificate, a lost connection
    "scrapy.core.downloader.handlers.http11",
    "scrapy.downloadermiddlewares.httpcompression",
    "scrapy.core.downloader.tls",
    "scrapy.core.scraper",
    "twisted",
    "py.warnings",
)
ATTEMPTS = 3  # requests made for one address before it counts as failed; Scrapy: RETRY_TIMES = 2 more
LONGEST_WAIT = 30.0  # seconds: the longest back-off, and the most of a Retry-After that is honoured


def project(settings: Settings) -> dict[str, Any]:
    """The Scrapy settings of one crawl."""
    window = look_ahead(settings)
    return {
        "BOT_NAME": "xuncha",  # default "scrapybot"
        "SPIDER_MODULES": ["crawler.spiders"],  # default []
        "USER_AGENT": settings.user_agent,  # default "Scrapy/2.19.0 (+https://scrapy.org)"
        "DEFAULT_REQUEST_HEADERS": {  # default "Accept-Language: en"
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
        },
        # Politeness
        "ROBOTSTXT_OBEY": False,  # obeyed by crawler.robots, which also knows what a robots.txt that fails means
        "DOWNLOAD_DELAY": settings.crawl_delay,  # default 0
        "DOWNLOAD_DELAY_JITTER": 0.0,  # default 0.5: half the delay that we promise would be too short
        "CONCURRENT_REQUESTS": window + 4,  # default 16; the frontier hands out no more than `window`
        "CONCURRENT_REQUESTS_PER_DOMAIN": settings.crawl_concurrency,  # default 8
        "CONCURRENT_ITEMS": 1,  # default 100 workers for the items of each answer: ours has one
        "AUTOTHROTTLE_ENABLED": settings.crawl_delay > 0,  # default False
        "AUTOTHROTTLE_START_DELAY": settings.crawl_delay,  # default 5.0
        "AUTOTHROTTLE_MAX_DELAY": LONGEST_WAIT,  # default 60.0
        "AUTOTHROTTLE_TARGET_CONCURRENCY": float(settings.crawl_concurrency),  # default 1.0
        # One address, one visit
        "REDIRECT_ENABLED": False,  # default True: each hop is a visit of its own
        "METAREFRESH_ENABLED": False,  # default True
        "RETRY_ENABLED": False,  # default True: crawler.middlewares.BackOff waits between attempts
        "HTTPCACHE_ENABLED": False,
        "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",  # default RFPDupeFilter: the frontier knows
        "HTTPERROR_ALLOW_ALL": True,  # default False: an error page is a visit too
        # Limits
        "DOWNLOAD_TIMEOUT": settings.crawl_timeout,  # default 180
        "DOWNLOAD_MAXSIZE": settings.crawl_max_bytes,  # default 1 GiB
        "DOWNLOAD_WARNSIZE": 0,  # default 32 MiB: size is a fact to record, nothing to warn about
        "URLLENGTH_LIMIT": 0,  # default 2083: crawler.urls refuses long addresses before they are asked for
        # What the guard needs
        "DOWNLOAD_HANDLERS": {  # default: Scrapy's own, and data:, file:, ftp:, s3:
            "http": "crawler.handler.GuardedHandler",
            "https": "crawler.handler.GuardedHandler",
            "data": None,
            "file": None,
            "ftp": None,
            "s3": None,
        },
        "TWISTED_DNS_RESOLVER": "crawler.resolver.GuardedResolver",  # default CachingThreadedResolver
        "HTTPPROXY_ENABLED": False,  # default True: behind a proxy the guard could not see the address
        "GUARD_ALLOWED_NETWORKS": settings.allowed_private_networks,
        # Our parts
        "DOWNLOADER_MIDDLEWARES": {
            "crawler.robots.Robots": 100,
            "crawler.middlewares.Conditional": 540,
            "crawler.middlewares.BackOff": 550,
            "crawler.packed.CutShort": 595,  # next to the network: HttpCompression (590) unpacks after it
            "crawler.middlewares.BoundedCookies": 700,
            "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,  # default 700
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,  # default 50
            "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,  # default 300
        },
        "SPIDER_MIDDLEWARES": {  # the frontier counts depth and the guard looks at addresses
            "scrapy.spidermiddlewares.referer.RefererMiddleware": None,  # default 700
            "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,  # default 800
            "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # default 900
        },
        "ITEM_PIPELINES": {"crawler.pipelines.StoreVisits": 300},
        "EXTENSIONS": {"crawler.extensions.PatrolClock": 300},
        # Doors that stay shut
        "REMOTE_CONTROL_ENABLED": False,  # default True: a port on localhost that runs Python
        "TELNETCONSOLE_ENABLED": False,  # default True
        "COOKIES_ENABLED": True,
        "LOG_LEVEL": "WARNING",  # default "DEBUG"
        "LOGSTATS_INTERVAL": 0,  # default 60.0: progress is ours
        "STATS_DUMP": False,  # default True
        "DOWNLOADER_STATS": False,  # default True: the visits are the statistics
        "DNSCACHE_ENABLED": False,  # default True: the guarded resolver keeps what it has checked
    }


def look_ahead(settings: Settings) -> int:
    """Pages asked for and not yet stored: enough to keep network and readers busy, few enough to lose little time."""
    return 2 * settings.crawl_concurrency + 2 * settings.parse_processes + 2


globals().update(project(Settings()))  # what `scrapy crawl portal` reads
