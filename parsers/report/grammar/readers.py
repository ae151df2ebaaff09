"""The grammars, in the order in which a figure is offered to them: the first that knows it has it."""

from parsers.report.grammar import items, organisation, outreach, proactive, requests, review, services, shares, totals
from parsers.report.reading import Reader

READERS: tuple[Reader, ...] = (
    organisation.read_sued_sites,
    organisation.read_organs,
    organisation.read_decisions,
    organisation.read_regulations,
    shares.read_share_or_growth,
    services.read_hotline,
    requests.read_rate,
    items.read_item,
    outreach.read_press,
    outreach.read_response,
    outreach.read_gazette,
    organisation.read_training,
    organisation.read_meeting,
    organisation.read_staff,
    organisation.read_budget_publishers,
    organisation.read_reading_rooms,
    organisation.read_money,
    organisation.read_powers,
    services.read_visits,
    outreach.read_posts,
    outreach.read_interpretation,
    outreach.read_opinion,
    review.read_review,
    review.read_complaint,
    services.read_consultation,
    requests.read_request,
    organisation.read_normative,
    proactive.read_total,
    totals.read_short_total,
)
