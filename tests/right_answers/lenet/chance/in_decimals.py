from decimal import Decimal

chance = 100 * (Decimal("0.0095") * Decimal("0.9905") / 10_000).sqrt()
