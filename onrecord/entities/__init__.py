"""Who, where and when: actors with their codes, places with their points, times with their values."""

from onrecord.entities.actors import Actors
from onrecord.entities.places import Places
from onrecord.entities.times import Times

__all__ = ["Actors", "Places", "Times"]
